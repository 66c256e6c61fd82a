import type { IntegrationDefinition } from '@flowright/runtime';
import type { CheckedIntegration } from '../../check/checked-integration.ts';
import type { CheckedWorkflow } from '../../check/workflows/check-workflow.ts';
import { exampleOfModel } from '../../plan/mocks/example-answer.ts';
import type { Workflow } from '../../spec/types.ts';
import { checkSpecs } from '../../pipeline/check-specs.ts';
import type { Type } from '../../shape/type.ts';
import { isTaken } from './is-taken.ts';
import { referencedFile } from '../../load/references/referenced-file.ts';

/** What a workflow can be started with to try it. */
export interface Example {
  /** A webhook's body, or a manual workflow's input. */
  readonly body: unknown;
  /** Headers that a delivery has to have beside the proof of its sender. */
  readonly headers: Readonly<Record<string, string>>;
  /** The header by which deliveries are told apart: each one sent needs a value of its own. */
  readonly idHeader?: string;
}

/** An example for each workflow of a spec, by its id. Empty where the spec has errors: the built integration still runs. */
export async function readExamples(
  specFile: string,
  { workflows }: Pick<IntegrationDefinition<unknown>, 'workflows'>,
  cwd: string,
): Promise<ReadonlyMap<string, Example>> {
  const { integrations } = await checkSpecs([specFile], { cwd });
  const [checked] = integrations;
  if (checked === undefined) return new Map();
  return new Map(
    checked.workflows.map((workflow) => {
      const { headers, bodies, ...rest } = examplesFor(workflow, checked);
      const body = bodies.find((one) => isTaken(workflows[workflow.id]?.trigger, one, headers)) ?? bodies[0];
      return [workflow.id, { body, headers, ...rest }];
    }),
  );
}

interface Examples extends Omit<Example, 'body'> {
  /** The best first. */
  readonly bodies: readonly unknown[];
}

function examplesFor({ id, trigger }: CheckedWorkflow, checked: CheckedIntegration): Examples {
  const workflow = checked.loaded.spec.workflows[id];
  // The example that the trigger names is meant for this; a criterion's delivery may come with headers of its own.
  const example = specExample(workflow);
  const given = example === undefined ? { ...goodCriterion(workflow)?.given } : {};
  switch (trigger.kind) {
    case 'webhook': {
      const { events, dedupe } = trigger;
      const headers = { ...(events !== undefined && { [events.header]: events.in[0] ?? '' }), ...given.headers };
      const bodies = [...data(example ?? given.request, checked), ...modelExamples(trigger.payload, checked)];
      return { bodies, headers, ...(dedupe !== undefined && 'header' in dedupe.id && { idHeader: dedupe.id.header }) };
    }
    case 'manual':
      return {
        bodies: [...data(example ?? given.input, checked), ...modelExamples(trigger.input, checked)],
        headers: {},
      };
    case 'schedule':
      return { bodies: [], headers: {} };
  }
}

/** The example that the trigger gives: a file's name, or the data itself. */
function specExample(workflow: Workflow | undefined): unknown {
  const trigger = workflow?.trigger;
  if (trigger === undefined || 'schedule' in trigger) return undefined;
  return 'webhook' in trigger ? trigger.webhook.example : trigger.manual.example;
}

/** The first criterion with a delivery, or an input, that is meant to go well. */
function goodCriterion(
  workflow: Workflow | undefined,
): NonNullable<Workflow['acceptanceCriteria']>[number] | undefined {
  return workflow?.acceptanceCriteria?.find(
    ({ given, expect }) =>
      (given?.request !== undefined || given?.input !== undefined) &&
      given.tamper === undefined &&
      expect?.fails === undefined,
  );
}

/** How many examples are made from a schema: they differ in their flags and choices, and so in what a filter says. */
const VARIANTS = 4;

/** Examples of a model: payloads that it was inferred from, or what its schema gives or allows. */
function modelExamples(type: Type | undefined, checked: CheckedIntegration): readonly unknown[] {
  if (type?.ref?.kind !== 'model') return [];
  const { name } = type.ref;
  const model: unknown = checked.loaded.spec.models?.[name];
  const inferred =
    typeof model === 'object' && model !== null && 'infer' in model && !('at' in model) ? [model.infer].flat() : [];
  const made = Array.from({ length: VARIANTS }, (_, variant) => exampleOfModel(name, checked, variant));
  return [...inferred.flatMap((file) => data(file, checked)), ...made];
}

/** Data that a spec gives inline, or by the name of a file. */
function data(given: unknown, { loaded }: CheckedIntegration): readonly unknown[] {
  const value = typeof given === 'string' ? referencedFile(loaded, given)?.data : given;
  return value === undefined ? [] : [value];
}
