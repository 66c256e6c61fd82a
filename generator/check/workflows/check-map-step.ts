import type { SpecPath } from '../../diagnostics/place.ts';
import { checkExpression } from '../../expression/check-expression.ts';
import type { Expression } from '../../expression/expression.ts';
import { variable, withName, type Scope } from '../../expression/scope.ts';
import { listOf } from '../../expression/types.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import { assignable } from '../../shape/assignable.ts';
import { describeType } from '../../shape/describe.ts';
import { itemOf } from '../../shape/member.ts';
import type { Type } from '../../shape/type.ts';
import type { MapStep } from '../../spec/types.ts';
import type { MappingSignature } from '../integration-scope.ts';
import { callMapping, eachOf, findMapping, placeOf } from '../values/call-mapping.ts';
import { mayLack } from '../values/may-lack.ts';
import { checkName, failedStep } from './bind.ts';
import { boundValue } from './check-binding-steps.ts';
import type { StepResult, WorkflowContext } from './step-context.ts';

export function checkMapStep(step: MapStep, at: SpecPath, scope: Scope, context: WorkflowContext): StepResult {
  const value = mapValue(step, at, scope, context);
  if (value !== undefined) return boundValue(step.id, value, step, at, scope, context);
  const mapping = context.integration.mappings.get(step.map);
  if (mapping === undefined) return failedStep(step.id, scope);
  return failedStep(step.id, scope, step.each === undefined ? mapping.returns : listOf(mapping.returns));
}

function mapValue(step: MapStep, at: SpecPath, scope: Scope, context: WorkflowContext): Expression | undefined {
  const { integration } = context;
  const mapping = findMapping(step.map, [...at, 'map'], integration);
  if (mapping === undefined) return undefined;
  if (Array.isArray(step.each)) return eachWithin(step, step.each, mapping, at, scope, context);
  if (step.each !== undefined) {
    const list = listIn(step.each, [...at, 'each'], scope, context);
    if (list === undefined) return undefined;
    const value = callMapping(step.map, variable('item', list.item), [...at, 'each'], integration);
    return value && eachOf(list.of, value);
  }
  const args = sourcesOf(step, mapping, at, scope, context);
  return args && { kind: 'mapped', mapping: step.map, args, type: mapping.returns };
}

interface List {
  readonly of: Expression;
  readonly item: Type;
}

function listIn(text: string, at: SpecPath, scope: Scope, { integration }: WorkflowContext): List | undefined {
  const checked = checkExpression(text, { scope, environment: integration.environment });
  if (checked.ok === undefined) {
    integration.report.problems(checked.problems, at);
    return undefined;
  }
  const item = itemOf(checked.ok.type, integration.environment.shapes, 'loop');
  if ('found' in item) return { of: checked.ok, item: item.found };
  integration.report.add('FR2004', { expected: 'a list', found: describeType(checked.ok.type) }, at);
  return undefined;
}

/** Lists within lists as one list: the mapping is applied to what the innermost ones hold, and sees the items around it. */
function eachWithin(
  step: MapStep,
  each: readonly Readonly<Record<string, string>>[],
  mapping: MappingSignature,
  at: SpecPath,
  scope: Scope,
  context: WorkflowContext,
  depth = 0,
): Expression | undefined {
  const [name, text] = Object.entries(each[depth] ?? {})[0] ?? [];
  if (name === undefined || text === undefined) {
    const named = Object.fromEntries(each.flatMap((one) => Object.keys(one)).map((one) => [one, one]));
    const from = withItems(step.from, named, mapping, context);
    const args = sourcesOf(from === undefined ? {} : { from }, mapping, at, scope, context);
    return args && { kind: 'mapped', mapping: mapping.id, args, type: mapping.returns };
  }
  const where: SpecPath = [...at, 'each', depth, name];
  checkName(name, 'an item', where, scope, context.integration.report);
  const list = listIn(text, where, scope, context);
  if (list === undefined) return undefined;
  const inner = withName(scope, name, { expression: variable(name, list.item) });
  const value = eachWithin(step, each, mapping, at, inner, context, depth + 1);
  if (value === undefined) return undefined;
  // A list that holds lists becomes the list of what those hold.
  const innermost = depth === each.length - 1;
  return eachOf(list.of, value, { item: name, flat: !innermost });
}

/** What the sources of a mapping are read from: what the step says, and for the rest the items of their names. */
function withItems(
  from: MapStep['from'],
  items: Readonly<Record<string, string>>,
  mapping: MappingSignature,
  { integration }: WorkflowContext,
): MapStep['from'] {
  const names = integration.source.loaded.spec.mappings?.[mapping.id]?.from;
  if (typeof names !== 'object') return from ?? Object.keys(items).at(-1);
  const own = Object.fromEntries(Object.entries(items).filter(([name]) => Object.hasOwn(names, name)));
  return { ...own, ...(typeof from === 'object' && from) };
}

function sourcesOf(
  step: Pick<MapStep, 'from'>,
  mapping: MappingSignature,
  at: SpecPath,
  scope: Scope,
  context: WorkflowContext,
): readonly Expression[] | undefined {
  const { report } = context.integration;
  const { from } = step;
  if (from === undefined) {
    report.add('FR2015', { what: 'a map step', needs: 'from or each' }, [...at, 'map']);
    return undefined;
  }
  const names = context.integration.source.loaded.spec.mappings?.[mapping.id]?.from;
  const params = typeof names === 'object' ? Object.keys(names) : undefined;
  if ((params === undefined) !== (typeof from === 'string')) {
    report.add(
      'FR2004',
      {
        expected: params === undefined ? 'one source' : `one value for each of ${params.join(', ')}`,
        found: params === undefined ? 'several' : 'one',
      },
      [...at, 'from'],
    );
    return undefined;
  }
  if (typeof from === 'object') {
    for (const name of Object.keys(from).filter((one) => params?.includes(one) === false)) {
      report.add(
        'FR2003',
        { field: name, owner: `the sources of '${mapping.id}'`, suggestion: nearest(name, params ?? []) },
        [...at, 'from', name],
        { on: 'key' },
      );
    }
  }
  const args = mapping.params.map((param, index) => {
    const name = params?.[index] ?? '';
    const text = typeof from === 'string' ? from : Object.hasOwn(from, name) ? from[name] : undefined;
    const place: SpecPath = typeof from === 'string' ? [...at, 'from'] : [...at, 'from', name];
    if (text === undefined) {
      report.add('FR2016', { field: name, owner: `the mapping '${mapping.id}'` }, [...at, 'from']);
      return undefined;
    }
    return argument(text, param.type, name || param.name, place, scope, context);
  });
  const found = args.filter((arg) => arg !== undefined);
  return found.length === args.length ? found : undefined;
}

function argument(
  text: string,
  wanted: Type,
  target: string,
  at: SpecPath,
  scope: Scope,
  { integration }: WorkflowContext,
): Expression | undefined {
  const { report, environment } = integration;
  const checked = checkExpression(text, { scope, environment });
  if (checked.ok === undefined) {
    report.problems(checked.problems, at);
    return undefined;
  }
  const value = checked.ok;
  if (mayLack(value.type, wanted)) {
    report.add('FR2005', { value: `'${text}'`, target }, at);
    return undefined;
  }
  const mismatch = assignable(value.type.shape, wanted.shape, environment.shapes);
  if (mismatch === undefined) return value;
  report.add(
    'FR2004',
    {
      expected: `${target} is ${describeType(wanted)}, which`,
      found: describeType(value.type) + placeOf(mismatch),
    },
    at,
  );
  return undefined;
}
