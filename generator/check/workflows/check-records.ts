import { nearest } from '../../diagnostics/nearest.ts';
import type { SpecPath } from '../../diagnostics/place.ts';
import { checkExpression } from '../../expression/check-expression.ts';
import type { Expression } from '../../expression/expression.ts';
import { variable, type Scope } from '../../expression/scope.ts';
import { INTEGER, listOf } from '../../expression/types.ts';
import { assignable } from '../../shape/assignable.ts';
import { describeType } from '../../shape/describe.ts';
import { itemOf } from '../../shape/member.ts';
import { expand, isMaybe, present } from '../../shape/type-of-shape.ts';
import type { Type } from '../../shape/type.ts';
import type { PruneStep, RemoveStep, SaveStep } from '../../spec/types.ts';
import { modelType } from '../models/registry.ts';
import { eachOf, placeOf } from '../values/call-mapping.ts';
import { recordIdPath, recordIdOf } from '../models/record-id.ts';
import { bindStep, failedStep, plainStep } from './bind.ts';
import { note } from './check-binding-steps.ts';
import { journalName, type StepResult, type WorkflowContext } from './step-context.ts';

export function checkSaveStep(step: SaveStep, at: SpecPath, scope: Scope, context: WorkflowContext): StepResult {
  const counts = ['added', 'updated', 'unchanged'];
  if (!isModel(step.save, [...at, 'save'], context)) return failedStep(step.id, scope, countsType(counts));
  const { environment } = context.integration;
  const model = modelType(step.save, environment.shapes);
  const hasId = recordIdPath(step.save, [...at, 'save'], context.integration) !== undefined;
  const list = listFrom(step.from, [...at, 'from'], scope, context, (item) => fitsModel(item, model, context));
  if (list.list === undefined && list.misfit !== undefined)
    context.integration.report.add(
      'FR2004',
      { expected: `${step.save}, or a list of it,`, found: list.misfit, fix: 'map it to the model first' },
      [...at, 'from'],
    );
  if (!hasId || list.list === undefined) return failedStep(step.id, scope, countsType(counts));
  const plan = { kind: 'save', model: step.save, records: list.list } as const;
  return recordStep(step, plan, counts, at, scope, context);
}

export function checkRemoveStep(step: RemoveStep, at: SpecPath, scope: Scope, context: WorkflowContext): StepResult {
  if (!isModel(step.remove, [...at, 'remove'], context)) return failedStep(step.id, scope, countsType(['removed']));
  const path = recordIdPath(step.remove, [...at, 'remove'], context.integration);
  if (path === undefined) return failedStep(step.id, scope, countsType(['removed']));
  const found = listFrom(step.from, [...at, 'from'], scope, context, (item) =>
    recordIdOf(item, path, context.integration.environment.shapes) === undefined
      ? `${describeType(item.type)}, which has no id '${path.join('.')}'`
      : undefined,
  );
  if (found.list === undefined && found.misfit !== undefined)
    context.integration.report.add(
      'FR2004',
      {
        expected: `an id of ${step.remove}, or what holds one,`,
        found: found.misfit,
        fix: 'name the ids: list.map(one => one.id)',
      },
      [...at, 'from'],
    );
  const { list } = found;
  const item = list && itemOf(list.type, context.integration.environment.shapes, 'loop');
  if (list === undefined || item === undefined || !('found' in item))
    return failedStep(step.id, scope, countsType(['removed']));
  const id = recordIdOf(variable('item', item.found), path, context.integration.environment.shapes);
  if (id === undefined) return failedStep(step.id, scope, countsType(['removed']));
  const ids = id.kind === 'name' ? list : eachOf(list, id);
  return recordStep(step, { kind: 'remove', model: step.remove, ids }, ['removed'], at, scope, context);
}

export function checkPruneStep(step: PruneStep, at: SpecPath, scope: Scope, context: WorkflowContext): StepResult {
  const known = isModel(step.prune, [...at, 'prune'], context);
  if (!known || recordIdPath(step.prune, [...at, 'prune'], context.integration) === undefined)
    return failedStep(step.id, scope, countsType(['pruned']));
  return recordStep(step, { kind: 'prune', model: step.prune }, ['pruned'], at, scope, context);
}

type RecordPlan =
  | { readonly kind: 'save'; readonly model: string; readonly records: Expression }
  | { readonly kind: 'remove'; readonly model: string; readonly ids: Expression }
  | { readonly kind: 'prune'; readonly model: string };

/** The step, which binds how many records it changed where it has an id. */
function recordStep(
  step: SaveStep | RemoveStep | PruneStep,
  plan: RecordPlan,
  counts: readonly string[],
  at: SpecPath,
  scope: Scope,
  context: WorkflowContext,
): StepResult {
  const base = {
    ...plan,
    name: journalName(step.id ?? `${plan.kind}${plan.model}`, context),
    place: context.integration.report.place(at),
    ...note(step),
  };
  if (step.id === undefined) return plainStep(base, scope);
  const { binding, ...after } = bindStep(step.id, countsType(counts), at, scope, context);
  return { steps: [{ ...base, bind: binding }], ...after };
}

function countsType(names: readonly string[]): Type {
  const fields = new Map(names.map((name) => [name, { shape: INTEGER.shape, optional: false }] as const));
  return { shape: { kind: 'object', fields }, optional: false, nullable: false };
}

function isModel(name: string, at: SpecPath, { integration: { source, report } }: WorkflowContext): boolean {
  if (source.models.has(name)) return true;
  report.add('FR2001', { what: 'model', name, suggestion: nearest(name, source.models) }, at);
  return false;
}

interface Listed {
  readonly list?: Expression;
  /** What is wrong with the value, in words; absent where that was reported. */
  readonly misfit?: string;
}

/** A list whose items will do, or one value that does, as a list. `misfit` says in words why an item will not do. */
function listFrom(
  text: string,
  at: SpecPath,
  scope: Scope,
  { integration: { report, environment } }: WorkflowContext,
  misfit: (item: Expression) => string | undefined,
): Listed {
  const checked = checkExpression(text, { scope, environment });
  if (checked.ok === undefined) {
    report.problems(checked.problems, at);
    return {};
  }
  const value = checked.ok;
  if (isMaybe(value.type)) {
    report.add('FR2011', { value: text, fix: 'guard it, or give an empty list: (list ?? [])' }, at);
    return {};
  }
  const item =
    expand(value.type.shape, environment.shapes).kind === 'array'
      ? itemOf(value.type, environment.shapes, 'loop')
      : undefined;
  if (item === undefined || !('found' in item)) {
    const wrong = misfit(value);
    return wrong === undefined
      ? { list: { kind: 'array', items: [value], type: listOf(value.type) } }
      : { misfit: wrong };
  }
  const wrong = misfit(variable('item', item.found));
  return wrong === undefined ? { list: value } : { misfit: `a list of ${wrong}` };
}

function fitsModel({ type }: Expression, model: Type, { integration }: WorkflowContext): string | undefined {
  if (isMaybe(type)) return describeType(type);
  const mismatch = assignable(type.shape, model.shape, integration.environment.shapes);
  return mismatch === undefined ? undefined : describeType(present(type)) + placeOf(mismatch);
}
