import path from 'node:path';
import { ASSERTED_CHECKS } from '../../gap/problem.ts';
import type { GapContract } from '../../gap/contract/contract.ts';
import type { CriterionPlan } from '../../ir/criterion.ts';
import type { WorkflowPlan } from '../../ir/workflow.ts';
import type { EvalIntegration } from '../subject/integration.ts';
import { verifiedCriteria } from '../suite/gap-metrics.ts';
import { logicOf } from '../subject/logic-of.ts';
import { lineOfExport, lineOfTest } from './line-of.ts';
import type { TracePlace, TraceRow } from './trace-row.ts';

/**
 * Every criterion of an integration, from its story to the assertions of its evals: those of its workflows, and of each gap its rule
 * and its criteria. `out` is the folder that holds one folder for each integration, as the report is to name it; `filled` the files that are
 * emitted of committed fills, by `<integration>/<gap>`: lines are those of the output as it is built.
 */
export function traceabilityOf(
  integration: EvalIntegration,
  out = 'out',
  filled: ReadonlyMap<string, string> = new Map(),
): readonly TraceRow[] {
  const { plan, contracts } = integration;
  const placed = new Placed(integration, path.posix.join(out, plan.name), filled);
  return [
    ...plan.workflows.flatMap((workflow, at) => {
      const criteria = plan.tests.files.find((one) => one.workflow === workflow.id);
      const story = storyOf(plan.readme.workflows[at], workflow);
      return (criteria?.criteria ?? []).map((one) =>
        workflowRow(integration, placed, { workflow, story, criterion: one, test: criteria?.file ?? '' }),
      );
    }),
    ...contracts.flatMap((contract) => gapRows(integration, placed, contract)),
  ];
}

interface WorkflowCriterion {
  readonly workflow: WorkflowPlan;
  readonly story: string;
  readonly criterion: CriterionPlan;
  readonly test: string;
}

function workflowRow(
  integration: EvalIntegration,
  placed: Placed,
  { workflow, story, criterion: { id, text, place, scenario }, test }: WorkflowCriterion,
): TraceRow {
  const { plan, rubrics } = integration;
  const name = `${workflow.id}#${id}`;
  const evaluated = scenario !== undefined || rubrics.has(name);
  const tested = scenario === undefined ? undefined : placed.test(test, id);
  return {
    integration: plan.name,
    owner: workflow.id,
    kind: 'workflow',
    story,
    criterion: id,
    text,
    spec: { file: place.file, line: place.line },
    generated: [workflow.symbol, ...logicOf(integration, workflow.symbol.file).map(({ symbol: one }) => one)].map(
      ({ file, name: symbol }) => placed.symbol(file, symbol),
    ),
    ...(tested !== undefined && { test: tested }),
    metrics: evaluated ? [`${plan.name}/${name}`] : [],
  };
}

/** A rule is checked by everything that is asserted of the body, as long as an example says what it means. */
function gapRows({ plan, checked }: EvalIntegration, placed: Placed, contract: GapContract): readonly TraceRow[] {
  const { gap, rule, criteria, examples, place } = contract;
  const logic = plan.logic.find(({ id }) => id === gap);
  const named = new Map(verifiedCriteria(contract).map(({ id }) => [id, id]));
  const row = {
    integration: plan.name,
    owner: gap,
    kind: 'gap' as const,
    story: oneLine(contract.description ?? rule),
    generated: logic === undefined ? [] : [placed.symbol(logic.symbol.file, logic.symbol.name)],
  };
  const metric = (name: string): string => `${plan.name}/${gap}#${name}`;
  const spec = { file: place.file, line: place.line };
  return [
    {
      ...row,
      criterion: 'rule',
      text: oneLine(rule),
      spec,
      metrics: examples.length === 0 ? [] : ASSERTED_CHECKS.map(metric),
    },
    ...criteria.map((text, at): TraceRow => {
      const id = `C${String(at + 1)}`;
      const own = Object.hasOwn(checked.loaded.spec.logic ?? {}, gap);
      const line = own ? checked.loaded.place(['logic', gap, 'criteria', at]).line : place.line;
      return {
        ...row,
        criterion: id,
        text: oneLine(text),
        spec: { ...spec, line },
        metrics: named.has(id) ? [metric(id)] : [],
      };
    }),
  ];
}

/** Generated files, and where something stands in them. */
class Placed {
  readonly #texts: ReadonlyMap<string, string>;
  readonly #folder: string;

  constructor({ files, plan }: EvalIntegration, folder: string, filled: ReadonlyMap<string, string>) {
    this.#texts = new Map([
      ...files.map((file) => [file.path, file.text] as const),
      ...plan.logic.flatMap(({ id, symbol }) => {
        const text = filled.get(`${plan.name}/${id}`);
        return text === undefined ? [] : [[symbol.file, text] as const];
      }),
    ]);
    this.#folder = folder;
  }

  symbol(file: string, name: string): TracePlace {
    return { file: path.posix.join(this.#folder, file), line: lineOfExport(this.#texts.get(file) ?? '', name), name };
  }

  test(file: string, id: string): TracePlace {
    return { file: path.posix.join(this.#folder, file), line: lineOfTest(this.#texts.get(file) ?? '', id) };
  }
}

type Told = EvalIntegration['plan']['readme']['workflows'][number];

/** The user stories; else what the workflow is for, in its own words. */
function storyOf(told: Told | undefined, workflow: WorkflowPlan): string {
  if (told === undefined) return workflow.id;
  const { userStories, story, description, prompt, title } = told;
  if (userStories.length > 0) return oneLine(userStories.join(' '));
  const parts = [story?.trigger, story?.logic, story?.result].flatMap((part) => part ?? []);
  return oneLine(parts.length > 0 ? parts.join(' ') : (description ?? prompt ?? title));
}

function oneLine(text: string): string {
  return text.trim().replaceAll(/\s+/g, ' ');
}
