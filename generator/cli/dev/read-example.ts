import { dirname, resolve } from 'node:path';
import type { CheckedIntegration } from '../../check/checked-integration.ts';
import type { CheckedWorkflow } from '../../check/workflows/check-workflow.ts';
import { exampleOfModel } from '../../plan/mocks/example-answer.ts';
import type { Workflow } from '../../spec/types.ts';
import { checkSpecs } from '../../pipeline/check-specs.ts';
import type { Type } from '../../shape/type.ts';

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
export async function readExamples(specFile: string, cwd: string): Promise<ReadonlyMap<string, Example>> {
  const { integrations } = await checkSpecs([specFile], { cwd });
  const [checked] = integrations;
  if (checked === undefined) return new Map();
  return new Map(checked.workflows.map((workflow) => [workflow.id, exampleFor(workflow, checked)]));
}

function exampleFor({ id, trigger }: CheckedWorkflow, checked: CheckedIntegration): Example {
  const workflow = checked.loaded.spec.workflows[id];
  switch (trigger.kind) {
    case 'webhook': {
      const { events, dedupe } = trigger;
      const criterion = goodCriterion(workflow);
      const headers = {
        ...(events !== undefined && { [events.header]: events.in[0] ?? '' }),
        ...criterion?.given?.headers,
      };
      const given = criterion?.given?.request ?? specExample(workflow);
      const body =
        (typeof given === 'string' ? fileData(given, checked) : given) ?? exampleOfType(trigger.payload, checked);
      return { body, headers, ...(dedupe !== undefined && 'header' in dedupe.id && { idHeader: dedupe.id.header }) };
    }
    case 'manual': {
      const example = specExample(workflow);
      const given =
        workflow?.acceptanceCriteria?.find((one) => one.given?.input !== undefined)?.given?.input ??
        (typeof example === 'string' ? fileData(example, checked) : example);
      return {
        body: given ?? (trigger.input === undefined ? undefined : exampleOfType(trigger.input, checked)),
        headers: {},
      };
    }
    case 'schedule':
      return { body: undefined, headers: {} };
  }
}

/** The example that the trigger gives: a file's name, or the data itself. */
function specExample(workflow: Workflow | undefined): unknown {
  const trigger = workflow?.trigger;
  if (trigger === undefined || 'schedule' in trigger) return undefined;
  return 'webhook' in trigger ? trigger.webhook.example : trigger.manual.example;
}

/** The first criterion with a delivery that is meant to go well. */
function goodCriterion(
  workflow: Workflow | undefined,
): NonNullable<Workflow['acceptanceCriteria']>[number] | undefined {
  return workflow?.acceptanceCriteria?.find(
    ({ given, expect }) => given?.request !== undefined && given.tamper === undefined && expect?.fails === undefined,
  );
}

/** An example of a model: a payload that it was inferred from, one that its schema gives, or one made from its schema. */
function exampleOfType(type: Type, checked: CheckedIntegration): unknown {
  if (type.ref?.kind !== 'model') return {};
  const model: unknown = checked.loaded.spec.models?.[type.ref.name];
  if (typeof model === 'object' && model !== null && 'infer' in model && !('at' in model)) {
    const [first] = [model.infer].flat();
    const payload = typeof first === 'string' ? fileData(first, checked) : undefined;
    if (payload !== undefined) return payload;
  }
  return exampleOfModel(type.ref.name, checked);
}

function fileData(reference: string, { loaded }: CheckedIntegration): unknown {
  return loaded.files.get(resolve(dirname(loaded.path), reference))?.data;
}
