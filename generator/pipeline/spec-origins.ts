import type { CheckedIntegration } from '../check/checked-integration.ts';
import { isRecord } from '../data/is-record.ts';
import type { Place, SpecPath } from '../diagnostics/place.ts';
import { specPathText } from '../diagnostics/spec-path-text.ts';
import type { IntegrationPlan } from '../ir/integration.ts';
import type { StepPlan } from '../ir/step.ts';
import type { WorkflowPlan } from '../ir/workflow.ts';
import type { Origin } from '../write/manifest.ts';

/** What each generated file, and what is in it, was made from, by the file's path. Files made from the whole spec are not there. */
export function specOrigins(plan: IntegrationPlan, checked: CheckedIntegration): ReadonlyMap<string, Origin> {
  const origins = new Map<string, Origin>();
  const note = (file: string, path: SpecPath, symbols: Readonly<Record<string, SpecPath>>): void => {
    const named = Object.entries(symbols).map(([symbol, at]) => [symbol, specPathText(at)]);
    origins.set(file, { spec: specPathText(path), ...(named.length > 0 && { symbols: Object.fromEntries(named) }) });
  };
  for (const { id, symbol, parsers } of plan.models) {
    const path = modelPath(id, checked);
    if (path === undefined) continue;
    const functions = [symbol.name, parsers.payload, parsers.response].flatMap((name) => name ?? []);
    note(symbol.file, path, Object.fromEntries(functions.map((name) => [name, path])));
  }
  for (const { id, symbol } of plan.tables) note(symbol.file, ['tables', id], { [symbol.name]: ['tables', id] });
  for (const { id, symbol } of plan.mappings) note(symbol.file, ['mappings', id], { [symbol.name]: ['mappings', id] });
  for (const { id, symbol } of plan.logic) note(symbol.file, ['logic', id], { [symbol.name]: ['logic', id] });
  for (const { id, symbol, client, operations } of plan.systems) {
    const calls = operations.map((operation) => [`${client.factory}.${operation.name}`, ['endpoints', operation.id]]);
    note(symbol.file, ['systems', id], { [client.factory]: ['systems', id], ...Object.fromEntries(calls) });
  }
  for (const workflow of plan.workflows) {
    const path: SpecPath = ['workflows', workflow.id];
    note(workflow.symbol.file, path, { [workflow.symbol.name]: path, ...stepPaths(workflow, checked) });
  }
  for (const { workflow, file, criteria } of plan.tests.files) {
    const path: SpecPath = ['workflows', workflow, 'acceptanceCriteria'];
    const ids = (checked.loaded.spec.workflows[workflow]?.acceptanceCriteria ?? []).map(({ id }) => id);
    note(file, path, Object.fromEntries(criteria.map(({ id }) => [id, [...path, ids.indexOf(id)]])));
  }
  return origins;
}

/** A model that has no name in the spec is an endpoint's request or response. */
function modelPath(id: string, { loaded, operations }: CheckedIntegration): SpecPath | undefined {
  if (Object.hasOwn(loaded.spec.models ?? {}, id)) return ['models', id];
  for (const operation of operations) {
    if (operation.responseModel === id) return ['endpoints', operation.id, 'response'];
    if (operation.requestModel === id) return ['endpoints', operation.id, 'request'];
  }
  return undefined;
}

/** The steps of a workflow by their names in the journal. The plan knows their places, which lead back to their paths. */
function stepPaths(workflow: WorkflowPlan, { loaded }: CheckedIntegration): Readonly<Record<string, SpecPath>> {
  const root: SpecPath = ['workflows', workflow.id, 'steps'];
  const byPlace = new Map<string, SpecPath>();
  const visit = (value: unknown, path: SpecPath): void => {
    const key = start(loaded.place(path));
    if (!byPlace.has(key)) byPlace.set(key, path);
    if (Array.isArray(value)) value.forEach((item, index) => visit(item, [...path, index]));
    else if (isRecord(value)) for (const [name, part] of Object.entries(value)) visit(part, [...path, name]);
  };
  loaded.spec.workflows[workflow.id]?.steps.forEach((step, index) => visit(step, [...root, index]));
  const named = stepsBelow(workflow.steps).flatMap(({ name, place }) => {
    const path = byPlace.get(start(place));
    const item = path?.findLastIndex((part) => typeof part === 'number') ?? -1;
    return path === undefined || item === -1 ? [] : [[`${workflow.symbol.name}/${name}`, path.slice(0, item + 1)]];
  });
  return Object.fromEntries(named);
}

function stepsBelow(steps: readonly StepPlan[]): readonly StepPlan[] {
  return steps.flatMap((step): readonly StepPlan[] => {
    if (step.kind === 'when') return [step, ...stepsBelow(step.then), ...stepsBelow(step.else)];
    if (step.kind === 'forEach' || step.kind === 'forEachPage') return [step, ...stepsBelow(step.do)];
    return step.kind === 'set' ? [step, ...stepsBelow(step.steps)] : [step];
  });
}

function start({ file, line, column }: Place): string {
  return `${file}:${String(line)}:${String(column)}`;
}
