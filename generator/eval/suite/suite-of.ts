import type { GapContract } from '../../gap/contract/contract.ts';
import type { CriterionPlan, TestFilePlan } from '../../ir/criterion.ts';
import type { GapCase, SuiteCase, WorkflowCase } from './suite-case.ts';
import { gapMetrics } from './gap-metrics.ts';
import { titleOf } from './title-of.ts';

/** What of an integration a suite is made of. */
export interface SuiteSource {
  readonly name: string;
  readonly tests: { readonly files: readonly Pick<TestFilePlan, 'workflow' | 'criteria'>[] };
  readonly contracts: readonly GapContract[];
  /** The gaps that each workflow needs; every one of the integration's where it is not said. */
  readonly gapsOf?: (workflow: string) => readonly string[];
  /** Rubrics of the criteria that a model grades: `<workflow>#<criterion>` and the words of the spec. */
  readonly rubrics: ReadonlyMap<string, string>;
}

/**
 * Every gap and every criterion that can be checked, in the order of the specs. A criterion in words alone is no case: it stays
 * not verified.
 */
export function suiteOf(sources: readonly SuiteSource[]): readonly SuiteCase[] {
  return sources.flatMap((source) => [
    ...source.contracts.map(gapCase),
    ...source.tests.files.flatMap(({ workflow, criteria }) =>
      criteria.flatMap((criterion) => workflowCase(source, workflow, criterion)),
    ),
  ]);
}

/** The cases whose id has the text in it, or one of its assertions'. */
export function filterSuite(suite: readonly SuiteCase[], text: string): readonly SuiteCase[] {
  const wanted = text.toLowerCase();
  return suite.filter(({ expected }) =>
    [expected.id, ...expected.metrics.map(({ metric }) => metric)].some((id) => id.toLowerCase().includes(wanted)),
  );
}

function gapCase(contract: GapContract): GapCase {
  const { integration, gap } = contract;
  return {
    expected: {
      id: `${integration}/${gap}`,
      kind: 'gap',
      must: true,
      text: titleOf(contract),
      metrics: gapMetrics(contract),
    },
    integration,
    contract,
  };
}

function workflowCase(
  source: SuiteSource,
  workflow: string,
  { id, text, scenario }: CriterionPlan,
): readonly WorkflowCase[] {
  const rubric = source.rubrics.get(`${workflow}#${id}`);
  if (scenario === undefined && rubric === undefined) return [];
  const metric = `${source.name}/${workflow}#${id}`;
  const graded = rubric !== undefined;
  const expected = {
    id: metric,
    kind: graded ? ('rubric' as const) : ('criterion' as const),
    // What a model thinks of a text decides nothing alone.
    must: !graded,
    text,
    metrics: [{ metric, must: false }],
  };
  return [
    {
      expected,
      integration: source.name,
      workflow,
      gaps: source.gapsOf?.(workflow) ?? source.contracts.map(({ gap }) => gap),
      criterion: id,
      ...(graded && { rubric }),
    },
  ];
}
