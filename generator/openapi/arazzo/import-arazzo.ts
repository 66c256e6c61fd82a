import { isSchemaObject, type SchemaObject } from '../../shape/json-schema.ts';
import type { CallWith, Data, Endpoint, IntegrationSpec, Step, System, Workflow } from '../../spec/types.ts';
import type { Imported } from '../import-operations.ts';
import { idOf, kebabOf } from '../names.ts';
import type { Remark, Tell } from '../remark.ts';
import { importCriterion } from './criteria.ts';
import { readTarget, sourcesOf } from './sources.ts';
import { importExpression, importOutput, importValue } from './values.ts';

/** An Arazzo 1.x document as a spec: its sources are systems, the operations that steps call are endpoints. */
export function importArazzo(document: SchemaObject): Imported {
  const remarks: Remark[] = [];
  const tell =
    (of: string): Tell =>
    (what) =>
      void remarks.push({ of, what });
  const sources = sourcesOf(document, tell('sourceDescriptions'));
  const endpoints = new Map<string, Endpoint>();
  const workflows = listOf(document['workflows']).map((workflow): readonly [string, Workflow] => {
    const name = textOf(workflow['workflowId']) ?? 'workflow';
    return [idOf(name), importWorkflow(workflow, sources, endpoints, tell(name))];
  });
  for (const key of ['components'])
    if (document[key] !== undefined) tell('the document')(`'${key}' is left out: what refers to it is not resolved`);
  const info = isSchemaObject(document['info']) ? document['info'] : {};
  const title = textOf(info['title']);
  const systems: Record<string, System> = {};
  // The documents say what else there is to a system; they are read when the spec is checked.
  for (const [id, openapi] of sources) Object.assign(systems, { [id]: { openapi } });
  return {
    spec: {
      flowright: 1,
      name: kebabOf(title ?? 'workflows'),
      ...(title !== undefined && { title }),
      systems,
      endpoints: Object.fromEntries(endpoints),
      workflows: Object.fromEntries(workflows),
    } satisfies IntegrationSpec,
    remarks,
  };
}

function importWorkflow(
  workflow: SchemaObject,
  sources: ReadonlyMap<string, string>,
  endpoints: Map<string, Endpoint>,
  tell: Tell,
): Workflow {
  const outputs = new Map<string, ReadonlyMap<string, string>>();
  for (const key of ['dependsOn', 'parameters', 'successActions', 'failureActions'])
    if (workflow[key] !== undefined) tell(`'${key}' is left out`);
  const steps = listOf(workflow['steps']).flatMap((step) => importStep(step, sources, endpoints, outputs, tell));
  const returned = Object.entries(isSchemaObject(workflow['outputs']) ? workflow['outputs'] : {}).flatMap(
    ([name, text]) => {
      const expression = typeof text === 'string' ? importExpression(text, outputs) : undefined;
      if (expression === undefined) tell(`the output '${name}' is left out`);
      return expression === undefined ? [] : [[name, `{${expression}}`] as const];
    },
  );
  const { inputs } = workflow;
  const title = textOf(workflow['summary']);
  const description = textOf(workflow['description']);
  return {
    ...(title !== undefined && { title }),
    ...(description !== undefined && { description }),
    trigger: { manual: isSchemaObject(inputs) ? { input: { ...inputs }, as: 'input' } : {} },
    steps: [...steps, ...(returned.length > 0 ? [{ return: Object.fromEntries(returned) }] : [])],
  };
}

function importStep(
  step: SchemaObject,
  sources: ReadonlyMap<string, string>,
  endpoints: Map<string, Endpoint>,
  outputs: Map<string, ReadonlyMap<string, string>>,
  tell: Tell,
): readonly Step[] {
  const stepId = textOf(step['stepId']) ?? 'step';
  const about: Tell = (what) => tell(`step '${stepId}': ${what}`);
  for (const key of ['onSuccess', 'onFailure', 'dependsOn']) if (step[key] !== undefined) about(`'${key}' is left out`);
  const note = textOf(step['description']);
  const parameters = listOf(step['parameters']);
  const value = (from: unknown): Data => dataOf(importValue(from, outputs, about));
  if (typeof step['workflowId'] === 'string') {
    const input = Object.fromEntries(parameters.map((one) => [String(one['name']), value(one['value'])]));
    if (step['outputs'] !== undefined) about('outputs of a workflow are left out: it runs on its own');
    return [
      {
        ...(note !== undefined && { note }),
        id: idOf(stepId),
        start: idOf(step['workflowId']),
        ...(parameters.length > 0 && { with: input }),
      },
    ];
  }
  const target = readTarget(step, sources);
  if (target === undefined) {
    about('it calls no operation that is known, and is left out');
    return [];
  }
  endpoints.set(target.id, target.endpoint);
  const named = Object.entries(isSchemaObject(step['outputs']) ? step['outputs'] : {});
  const own = new Map<string, string>();
  for (const [name, text] of named) {
    const expression = importOutput(stepId, text, outputs);
    if (expression === undefined) about(`the output '${name}' is left out`);
    else own.set(name, expression);
  }
  outputs.set(stepId, own);
  const sent = sentParts(step, parameters, value, about);
  const call: Step = {
    id: idOf(stepId),
    ...(note !== undefined && { note }),
    call: target.id,
    ...(Object.keys(sent).length > 0 && { with: sent }),
  };
  const criteria = listOf(step['successCriteria']).flatMap(
    (one) => importCriterion(one, idOf(stepId), outputs, about) ?? [],
  );
  return [call, ...criteria];
}

function sentParts(
  step: SchemaObject,
  parameters: readonly SchemaObject[],
  value: (from: unknown) => Data,
  about: Tell,
): CallWith {
  const sent: Record<'path' | 'query' | 'headers', Record<string, Data>> = { path: {}, query: {}, headers: {} };
  for (const one of parameters) {
    const name = textOf(one['name']);
    const place = one['in'] === 'header' ? 'headers' : one['in'];
    if (name === undefined || (place !== 'path' && place !== 'query' && place !== 'headers'))
      about(`the parameter '${name ?? textOf(one['reference']) ?? ''}' is left out`);
    else sent[place][name] = value(one['value']);
  }
  const { requestBody } = step;
  if (isSchemaObject(requestBody) && requestBody['replacements'] !== undefined)
    about("'replacements' of the body are left out");
  const parts = Object.entries(sent).filter(([, members]) => Object.keys(members).length > 0);
  return {
    ...Object.fromEntries(parts),
    ...(isSchemaObject(requestBody) && requestBody['payload'] !== undefined && { body: value(requestBody['payload']) }),
  };
}

function dataOf(value: unknown): Data {
  const data: Data = JSON.parse(JSON.stringify(value ?? null));
  return data;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value.trim() : undefined;
}

function listOf(value: unknown): readonly SchemaObject[] {
  return Array.isArray(value) ? value.filter(isSchemaObject) : [];
}
