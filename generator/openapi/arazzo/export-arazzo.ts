import { fieldNames } from '../../shape/field-names.ts';
import { isSchemaObject } from '../../shape/json-schema.ts';
import { schemaOfTypeName } from '../../shape/type-name.ts';
import type { Endpoint, IntegrationSpec, Step, Workflow } from '../../spec/types.ts';
import type { Remark, Tell } from '../remark.ts';
import { exportGuard } from './criteria.ts';
import { exportValues, type OutputsOf } from './export-values.ts';

type Json = Readonly<Record<string, unknown>>;

/** A spec as an Arazzo 1.0 document: calls, criteria right behind them, values that are handed on; with a list of what was lost. */
export function exportArazzo(spec: IntegrationSpec): { readonly document: Json; readonly remarks: readonly Remark[] } {
  const remarks: Remark[] = [];
  const tell =
    (of: string): Tell =>
    (what) =>
      void remarks.push({ of, what });
  for (const part of ['tables', 'logic', 'mappings', 'metadata'] as const)
    for (const id of Object.keys(spec[part] ?? {})) tell(part)(`'${id}' is left out`);
  const sourceDescriptions = Object.entries(spec.systems).map(([name, { openapi }]) => {
    if (openapi === undefined)
      tell(`the system '${name}'`)(`it has no OpenAPI document; ./${name}.openapi.json stands for one`);
    return { name, url: openapi ?? `./${name}.openapi.json`, type: 'openapi' };
  });
  const workflows = Object.entries<Workflow>(spec.workflows).map(([id, workflow]) =>
    exportWorkflow(id, workflow, spec, tell(id)),
  );
  const document = {
    arazzo: '1.0.1',
    info: {
      title: spec.title ?? spec.name,
      ...(spec.description !== undefined && { description: spec.description }),
      version: '1.0.0',
    },
    sourceDescriptions,
    workflows,
  };
  return { document, remarks };
}

function exportWorkflow(id: string, workflow: Workflow, spec: IntegrationSpec, tell: Tell): Json {
  const { trigger } = workflow;
  const manual = 'manual' in trigger ? trigger.manual : undefined;
  if (manual === undefined)
    tell(`its trigger '${Object.keys(trigger)[0] ?? ''}' is left out: an Arazzo workflow is started by hand`);
  for (const part of ['checkpoint', 'acceptanceCriteria'] as const)
    if (workflow[part] !== undefined) tell(`'${part}' is left out`);
  const outputs: OutputsOf = new Map();
  const { value, expression } = exportValues(manual?.as ?? 'input', outputs, tell);
  const steps: Json[] = [];
  let results: Json | undefined;
  for (const [index, step] of workflow.steps.entries()) {
    const last = steps.at(-1);
    if ('call' in step) steps.push(exportCall(step, index, spec, outputs, value, tell));
    else if ('start' in step) {
      const sent = Object.entries(isSchemaObject(step.with) ? step.with : {});
      const parameters = sent.map(([name, one]) => ({ name, value: value(one) }));
      steps.push({
        stepId: step.id ?? `step${index + 1}`,
        ...note(step.note),
        workflowId: step.start,
        ...(parameters.length > 0 && { parameters }),
      });
    } else if ('return' in step) results = exportReturn(step.return, expression, tell);
    else {
      const criterion =
        'guard' in step && step.guard.unless !== undefined && last !== undefined
          ? exportGuard(step.guard.unless, String(last['stepId']))
          : undefined;
      if (criterion === undefined || last === undefined) tell(`step ${index + 1} (${kindOf(step)}) is left out`);
      else
        steps[steps.length - 1] = {
          ...last,
          successCriteria: [
            ...(Array.isArray(last['successCriteria']) ? last['successCriteria'] : []),
            { condition: criterion },
          ],
        };
    }
  }
  return {
    workflowId: id,
    ...(workflow.title !== undefined && { summary: workflow.title }),
    ...(workflow.description !== undefined && { description: workflow.description }),
    ...(manual?.input !== undefined && { inputs: schemaOf(manual.input, tell) }),
    steps: steps.map((step) => withOutputs(step, outputs)),
    ...(results !== undefined && { outputs: results }),
  };
}

type CallStep = Extract<Step, { readonly call: string }>;

function exportCall(
  step: CallStep,
  index: number,
  spec: IntegrationSpec,
  outputs: OutputsOf,
  value: (from: unknown) => unknown,
  tell: Tell,
): Json {
  const stepId = step.id ?? `step${index + 1}`;
  outputs.set(stepId, new Map());
  for (const part of ['pages', 'startAt', 'limit', 'lastPage', 'onError'] as const)
    if (step[part] !== undefined) tell(`step '${stepId}': '${part}' is left out`);
  const endpoint: Endpoint | undefined = spec.endpoints?.[step.call];
  if (endpoint?.pagination !== undefined) tell(`step '${stepId}': only the first page is asked for`);
  const parameters = (['path', 'query', 'headers'] as const).flatMap((place) => {
    const sent = step.with?.[place];
    if (typeof sent === 'string') tell(`step '${stepId}': '${place}' given as a whole is left out`);
    return typeof sent === 'string'
      ? []
      : Object.entries(sent ?? {}).map(([name, one]) => ({
          name,
          in: place === 'headers' ? 'header' : place,
          value: value(one),
        }));
  });
  const { body } = step.with ?? {};
  return {
    stepId,
    ...note(step.note),
    ...target(endpoint, spec),
    ...(parameters.length > 0 && { parameters }),
    ...(body !== undefined && { requestBody: { payload: value(body) } }),
  };
}

function target(endpoint: Endpoint | undefined, spec: IntegrationSpec): Json {
  if (endpoint === undefined) return {};
  const { system, operation, method, path } = endpoint;
  const only = Object.keys(spec.systems).length === 1;
  if (operation !== undefined && !operation.includes(' '))
    return { operationId: only ? operation : `$sourceDescriptions.${system}.${operation}` };
  // An operation may be named by its method and path, which then need not stand beside it.
  const [verb, place] = operation?.split(' ') ?? [method, path];
  const pointer = (place ?? path).replaceAll('~', '~0').replaceAll('/', '~1');
  return { operationPath: `{$sourceDescriptions.${system}.url}#/paths/${pointer}/${(verb ?? method).toLowerCase()}` };
}

function exportReturn(value: unknown, expression: (text: string) => string | undefined, tell: Tell): Json {
  const members = isSchemaObject(value) ? Object.entries(value) : [['result', value] as const];
  return Object.fromEntries(
    members.flatMap(([name, one]) => {
      const inner = typeof one === 'string' ? /^\{([^{}]*)\}$/.exec(one)?.[1] : undefined;
      const text = inner === undefined ? undefined : expression(inner);
      if (text === undefined) tell(`the output '${name}' is left out`);
      return text === undefined ? [] : [[name, text] as const];
    }),
  );
}

function withOutputs(step: Json, outputs: OutputsOf): Json {
  const own = outputs.get(String(step['stepId']));
  return own === undefined || own.size === 0 ? step : { ...step, outputs: Object.fromEntries(own) };
}

function note(text: string | undefined): Json {
  return text === undefined ? {} : { description: text };
}

function kindOf(step: Step): string {
  return (
    Object.keys(step).find((key) => !['id', 'note', 'in', 'with', 'from', 'do', 'then', 'else'].includes(key)) ?? 'step'
  );
}

/** A type of the spec as a JSON Schema; models are objects of which no more is said. */
function schemaOf(shape: unknown, tell: Tell): unknown {
  if (typeof shape === 'string') {
    if (/\b[A-Z]/.test(shape.replaceAll(/'[^']*'|"[^"]*"/g, ''))) {
      tell(`the model '${shape}' of its input is an object of which no more is said`);
      return { type: 'object' };
    }
    return schemaOfTypeName(shape, new Set()).schema;
  }
  if (Array.isArray(shape)) return { type: 'array', items: schemaOf(shape[0] ?? 'any', tell) };
  if (!isSchemaObject(shape) || !isSchemaObject(shape['fields'])) return shape;
  const fields = Object.entries(shape['fields']).flatMap(([key, one]) =>
    fieldNames(key).map((field) => ({ ...field, schema: schemaOf(one, tell) })),
  );
  const required = fields.filter(({ optional }) => !optional).map(({ name }) => name);
  return {
    type: 'object',
    properties: Object.fromEntries(fields.map(({ name, schema }) => [name, schema])),
    ...(required.length > 0 && { required }),
  };
}
