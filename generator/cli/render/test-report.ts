import { displayPath } from '../../diagnostics/display-path.ts';
import type { Paint } from '../../diagnostics/render/colour.ts';
import type { CriterionResult, TestedIntegration } from '../test/criterion-result.ts';
import { count } from '../../diagnostics/render/count.ts';

type State = CriterionResult['state'];
const COLOURS = { passed: 'green', failed: 'red', 'not verified': 'yellow' } as const satisfies Record<State, string>;
const STATE_WIDTH = 'not verified'.length;

/** Criterion by criterion: how it stands, and why it failed. */
export function renderTests(tested: readonly TestedIntegration[], cwd: string, paint: Paint): string {
  const blocks = tested.map(({ folder, criteria }) => {
    const width = Math.max(...criteria.map(({ id = '' }) => id.length), 0);
    const lines =
      criteria.length === 0
        ? [paint('dim', '  no acceptance criteria')]
        : criteria.flatMap((one) => criterionLines(one, width, paint));
    return [paint('bold', displayPath(folder, cwd)), ...lines, ''];
  });
  return [...blocks.flat(), summary(tested, paint), ''].join('\n');
}

function criterionLines(
  { id = '', text, state, reason = [] }: CriterionResult,
  width: number,
  paint: Paint,
): readonly string[] {
  const indent = ' '.repeat(2 + STATE_WIDTH + 2 + (width === 0 ? 0 : width + 2));
  const head = `  ${paint(COLOURS[state], state.padEnd(STATE_WIDTH))}  ${width === 0 ? '' : `${id.padEnd(width)}  `}${text}`;
  return [head, ...reason.map((line) => `${indent}${paint(colourOf(line), line)}`)];
}

/** As a comparison is read: what was expected is green, what came is red. */
function colourOf(line: string): Parameters<Paint>[0] {
  if (line.startsWith('-')) return 'green';
  return line.startsWith('+') ? 'red' : 'dim';
}

function summary(tested: readonly TestedIntegration[], paint: Paint): string {
  const { passed, failed, notVerified } = totals(tested);
  const parts = [
    ...(failed > 0 ? [paint('red', `${count(failed, 'criterion', 'criteria')} failed`)] : []),
    ...(passed > 0 || failed === 0
      ? [paint(failed > 0 ? 'dim' : 'green', `${count(passed, 'criterion', 'criteria')} passed`)]
      : []),
    ...(notVerified > 0 ? [paint('yellow', `${String(notVerified)} not verified`)] : []),
  ];
  return `${parts.join(', ')} (${count(tested.length, 'integration')})`;
}

/** The same for other programs. */
export function testsJson(tested: readonly TestedIntegration[], cwd: string): unknown {
  return {
    version: 1,
    ...totals(tested),
    integrations: tested.map(({ folder, criteria }) => ({ folder: displayPath(folder, cwd), criteria })),
  };
}

function totals(tested: readonly TestedIntegration[]): {
  readonly passed: number;
  readonly failed: number;
  readonly notVerified: number;
} {
  const states = tested.flatMap(({ criteria }) => criteria.map(({ state }) => state));
  const of = (state: State): number => states.filter((one) => one === state).length;
  return { passed: of('passed'), failed: of('failed'), notVerified: of('not verified') };
}
