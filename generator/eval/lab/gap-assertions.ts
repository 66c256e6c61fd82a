import type { GapContract } from '../../gap/contract/contract.ts';
import { ASSERTED_CHECKS, type GapCheck, type GapProblem } from '../../gap/problem.ts';
import type { EvalAssertion } from '../results.ts';
import { unreached } from '../suite/unreached.ts';
import { verifiedCriteria } from '../suite/gap-metrics.ts';

/**
 * What has to hold before a check is made. The trial tells of hidden examples only where nothing else is wrong, and tries a body
 * again under other circumstances only once all its results were right.
 */
const AFTER: Readonly<Record<GapCheck, readonly GapCheck[]>> = {
  reply: [],
  static: ['reply'],
  types: ['reply', 'static'],
  visible: ['reply', 'static', 'types'],
  hidden: ['reply', 'static', 'types', 'visible', 'totality', 'criteria', 'limits'],
  totality: ['reply', 'static', 'types', 'limits'],
  criteria: ['reply', 'static', 'types', 'totality', 'limits'],
  determinism: ['reply', 'static', 'types', 'visible', 'hidden', 'totality', 'criteria', 'limits'],
  limits: ['reply', 'static', 'types'],
};

const TRIED: ReadonlySet<GapCheck> = new Set(['visible', 'totality', 'criteria', 'determinism', 'limits']);

/** The assertions of one body: a check holds where it was made and found nothing, never where it was not reached. */
export function gapAssertions(contract: GapContract, problems: readonly GapProblem[]): readonly EvalAssertion[] {
  const { integration, gap } = contract;
  const failed = new Set(problems.map(({ check }) => check));
  // A copied example is found in the text of a body, which is not tried then.
  const untried = problems.some(({ check, line }) => check === 'hidden' && line !== undefined);
  const notMade = (check: GapCheck): readonly string[] => {
    if (untried && TRIED.has(check)) return [unreached('the body has a hidden example in it')];
    const why = AFTER[check].find((earlier) => failed.has(earlier));
    return why === undefined ? [] : [unreached(`the check '${why}' failed`)];
  };
  const reasons = (own: readonly GapProblem[], ...checks: readonly GapCheck[]): readonly string[] =>
    own.length > 0 ? told(own) : [...new Set(checks.flatMap(notMade))];
  const checks = ASSERTED_CHECKS.map((check) =>
    assertion(
      `${integration}/${gap}#${check}`,
      reasons(
        problems.filter((one) => one.check === check),
        check,
      ),
    ),
  );
  const criteria = verifiedCriteria(contract).map(({ index, id, examples, tested }) => {
    const own = problems.filter(
      ({ example, criterion }) => (example !== undefined && examples.includes(example)) || criterion === index,
    );
    const sealed = examples.some((at) => contract.examples[at]?.hidden === true);
    const needed: readonly GapCheck[] = [
      ...(examples.length > 0 ? (['visible'] as const) : []),
      ...(sealed ? (['hidden'] as const) : []),
      ...(tested ? (['criteria'] as const) : []),
    ];
    return assertion(`${integration}/${gap}#${id}`, reasons(own, ...needed));
  });
  return [...checks, ...criteria];
}

function assertion(metric: string, reasons: readonly string[]): EvalAssertion {
  const passed = reasons.length === 0;
  return { metric, passed, must: false, weight: 1, ...(!passed && { reason: reasons.join('; ') }) };
}

/** More than so many nobody reads in a report; whoever fills the gap sees them all. */
const MOST = 3;

/** What is wrong, each thing once, with the first place of it. */
function told(problems: readonly GapProblem[]): readonly string[] {
  const distinct = [
    ...new Map(problems.toReversed().map((one) => [`${one.message} ${String(one.example)}`, one])).values(),
  ].toReversed();
  const more = distinct.length - MOST;
  return [...distinct.slice(0, MOST).map(words), ...(more > 0 ? [`and ${String(more)} more`] : [])];
}

function words({ message, line, example }: GapProblem): string {
  if (example !== undefined) return `example ${String(example + 1)}: ${message}`;
  return line === undefined ? message : `line ${String(line)}: ${message}`;
}
