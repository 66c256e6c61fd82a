import type { GapContract } from '../../gap/contract/contract.ts';
import { GAP_CHECKS, type GapCheck, type GapProblem } from '../../gap/problem.ts';
import type { EvalAssertion } from '../results.ts';
import { criteriaWithExamples } from '../suite/gap-metrics.ts';

/** Nothing after these is looked at where they fail. */
const GATES: ReadonlySet<GapCheck> = new Set(['reply', 'static', 'types']);

/** The assertions of one body: a check holds where it was made and found nothing, never where it was not reached. */
export function gapAssertions(contract: GapContract, problems: readonly GapProblem[]): readonly EvalAssertion[] {
  const { integration, gap } = contract;
  const failed = GAP_CHECKS.find((check) => GATES.has(check) && problems.some((one) => one.check === check));
  const made = failed === undefined ? GAP_CHECKS.length : GAP_CHECKS.indexOf(failed) + 1;
  const unreached = failed === undefined ? [] : [`not reached: the check '${failed}' failed`];
  const checks = GAP_CHECKS.map((check, at) => {
    const own = problems.filter((one) => one.check === check).map(words);
    return assertion(`${integration}/${gap}#${check}`, at < made ? own : unreached);
  });
  const criteria = criteriaWithExamples(contract).map(({ id, examples }) => {
    const own = problems.filter(({ example }) => example !== undefined && examples.includes(example)).map(words);
    return assertion(`${integration}/${gap}#${id}`, failed === undefined ? own : unreached);
  });
  return [...checks, ...criteria];
}

function assertion(metric: string, reasons: readonly string[]): EvalAssertion {
  const passed = reasons.length === 0;
  return { metric, passed, must: false, weight: 1, ...(!passed && { reason: reasons.join('; ') }) };
}

function words({ message, line, example }: GapProblem): string {
  if (example !== undefined) return `example ${String(example + 1)}: ${message}`;
  return line === undefined ? message : `line ${String(line)}: ${message}`;
}
