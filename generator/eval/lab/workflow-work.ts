import { isGapCase, type GapCase, type SuiteCase, type WorkflowCase } from '../suite/suite-case.ts';
import type { GapWork } from './gap-work.ts';
import type { LabParts, WorkflowResult, WorkflowResults, WorkflowRun } from './lab-parts.ts';
import { unmeasured, type Measured } from './measured.ts';
import { memo } from './memo.ts';

export interface WorkflowWork {
  readonly measure: (one: WorkflowCase, repeat: number) => Promise<Measured>;
}

export interface WorkflowPlan {
  /** Every gap of the specs, whatever is to be measured: a workflow needs them all. */
  readonly gaps: readonly GapCase[];
  /** The integrations whose workflows run. */
  readonly integrations: readonly string[];
  readonly repeats: number;
}

export function workflowPlan(all: readonly SuiteCase[], measured: readonly SuiteCase[], repeats: number): WorkflowPlan {
  const integrations = new Set(measured.flatMap((one) => (isGapCase(one) ? [] : [one.integration])));
  return { gaps: all.filter(isGapCase), integrations: [...integrations], repeats };
}

/** How a run was prepared, or why it cannot be: a reply is missing. */
type Prepared = { readonly run: WorkflowRun } | { readonly failed: Measured };

/**
 * Runs workflows with the bodies of each repeat. All runs are made in one go when the first result is asked for, and equal ones
 * once: an integration without gaps runs once, however many repeats there are.
 */
export function workflowWork(plan: WorkflowPlan, work: GapWork, parts: LabParts): WorkflowWork {
  const results = memo(
    async () => await runAll(await prepareAll(plan, work), parts),
    () => '',
  );
  const grade = memo(parts.grade, (question) => JSON.stringify(question));
  return {
    measure: async (one, repeat) => {
      const found = (await results()).get(keyOf(one.integration, repeat));
      if (found === undefined) return unmeasured({ kind: 'harness', message: `${one.expected.id} was not run` });
      if ('failed' in found) return found.failed;
      const without = missingOf(one, found.run, plan);
      const { workflow, criterion, rubric, integration, expected } = one;
      const result = found.results.get(`${workflow}#${criterion}`);
      if (result === undefined)
        return unmeasured({
          kind: 'harness',
          message: `${found.run.integration} has no test of ${workflow} ${criterion}`,
        });
      const { transcript } = result;
      if (rubric === undefined || transcript === undefined) {
        const passed = rubric === undefined && result.passed;
        const reason = passed
          ? undefined
          : (result.reason ?? (rubric === undefined ? 'failed' : 'it has not run to its end'));
        const output = rubric === undefined ? (reason ?? 'passed') : '';
        const told = withGaps({ passed, ...(reason !== undefined && { reason }) }, without);
        return { ...shown(one, told, output), ...(!passed && without.length > 0 && { without }) };
      }
      const graded = await grade({ integration, workflow, criterion, text: expected.text, rubric, transcript });
      if (!graded.ok) return unmeasured(graded.error);
      const { usage, cost } = graded;
      const { output, assertions } = shown(one, graded, transcript);
      return { output, assertions, usage, ...(cost !== undefined && { cost }) };
    },
  };
}

const keyOf = (integration: string, repeat: number): string => `${integration}\n${String(repeat)}`;

function shown({ expected }: WorkflowCase, { passed, reason }: WorkflowResult, output: string): Measured {
  const assertions = expected.metrics.map(({ metric, must }) => ({
    metric,
    passed,
    must,
    weight: 1,
    ...(reason !== undefined && { reason }),
  }));
  return { output, assertions, usage: {}, cost: 0 };
}

/** The gaps of a workflow's integration that nothing fills, by the names of their cases. */
function missingOf(one: WorkflowCase, { fills }: WorkflowRun, { gaps }: WorkflowPlan): readonly string[] {
  return gaps
    .filter(
      ({ integration, contract }) =>
        integration === one.integration && one.gaps.includes(contract.gap) && !fills.has(contract.gap),
    )
    .map(({ expected }) => expected.id);
}

/** A failure whose cause may be a gap says so first: the test only sees that something is not filled. */
function withGaps(result: WorkflowResult, without: readonly string[]): WorkflowResult {
  if (result.passed || without.length === 0) return result;
  const [said = 'failed'] = (result.reason ?? 'failed').split('; ');
  const names = without.map((id) => id.slice(id.indexOf('/') + 1)).join(', ');
  return { ...result, reason: `in this repeat no reply passed for ${names}; the test says: ${said}` };
}

async function prepareAll(plan: WorkflowPlan, work: GapWork): Promise<ReadonlyMap<string, Prepared>> {
  const prepared = new Map<string, Prepared>();
  for (const integration of plan.integrations) {
    const own = plan.gaps.filter((one) => one.integration === integration);
    for (let repeat = 0; repeat < plan.repeats; repeat += 1)
      prepared.set(keyOf(integration, repeat), await prepare(integration, own, repeat, work));
  }
  return prepared;
}

async function prepare(
  integration: string,
  gaps: readonly GapCase[],
  repeat: number,
  work: GapWork,
): Promise<Prepared> {
  const fills = new Map<string, string>();
  const found = await Promise.all(gaps.map(async (one) => ({ one, fill: await work.fill(one, repeat) })));
  for (const { one, fill } of found) {
    if ('error' in fill) {
      const { kind, message } = fill.error;
      return {
        failed: {
          ...unmeasured({ kind, message: `without a body of ${one.contract.gap} nothing runs: ${message}` }),
          without: [one.expected.id],
        },
      };
    }
    if (fill.file !== undefined) fills.set(one.contract.gap, fill.file);
  }
  return { run: { integration, fills } };
}

type Ran = { readonly run: WorkflowRun; readonly results: WorkflowResults } | { readonly failed: Measured };

async function runAll(
  prepared: ReadonlyMap<string, Prepared>,
  { runWorkflows }: LabParts,
): Promise<ReadonlyMap<string, Ran>> {
  const distinct = new Map<string, WorkflowRun>();
  for (const one of prepared.values()) if ('run' in one) distinct.set(textOf(one.run), one.run);
  const runs = [...distinct];
  const results = await runWorkflows(runs.map(([, run]) => run));
  const byText = new Map(runs.map(([text], at) => [text, results[at] ?? new Map()] as const));
  return new Map(
    [...prepared].map(([key, one]): readonly [string, Ran] => [
      key,
      'failed' in one ? one : { run: one.run, results: byText.get(textOf(one.run)) ?? new Map() },
    ]),
  );
}

function textOf({ integration, fills }: WorkflowRun): string {
  return JSON.stringify([integration, [...fills].toSorted(([left], [right]) => (left < right ? -1 : 1))]);
}
