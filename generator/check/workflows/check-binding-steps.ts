import type { SpecPath } from '../../diagnostics/place.ts';
import { checkExpression } from '../../expression/check-expression.ts';
import type { Expression } from '../../expression/expression.ts';
import { variable, type Scope } from '../../expression/scope.ts';
import { listOf } from '../../expression/types.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import { assignable } from '../../shape/assignable.ts';
import { describeType } from '../../shape/describe.ts';
import { itemOf } from '../../shape/member.ts';
import type { Type } from '../../shape/type.ts';
import type { LogicStep, MapStep } from '../../spec/types.ts';
import type { MappingSignature } from '../integration-scope.ts';
import { callMapping, eachOf, findMapping, placeOf } from '../values/call-mapping.ts';
import { checkData } from '../values/check-data.ts';
import { mayLack } from '../values/may-lack.ts';
import { bindStep, failedStep } from './bind.ts';
import { journalName, type StepResult, type WorkflowContext } from './step-context.ts';

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
  if (step.each !== undefined) {
    const checked = checkExpression(step.each, { scope, environment: integration.environment });
    if (checked.ok === undefined) {
      integration.report.problems(checked.problems, [...at, 'each']);
      return undefined;
    }
    const list = checked.ok;
    const item = itemOf(list.type, integration.environment.shapes, 'loop');
    if (!('found' in item)) {
      integration.report.add('FR2004', { expected: 'a list', found: describeType(list.type) }, [...at, 'each']);
      return undefined;
    }
    const value = callMapping(step.map, variable('item', item.found), [...at, 'each'], integration);
    return value && eachOf(list, value);
  }
  const args = sourcesOf(step, mapping, at, scope, context);
  return args && { kind: 'mapped', mapping: step.map, args, type: mapping.returns };
}

function sourcesOf(
  step: MapStep,
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
      found: describeType(value.type) + placeOf(mismatch.path),
    },
    at,
  );
  return undefined;
}

export function checkLogicStep(step: LogicStep, at: SpecPath, scope: Scope, context: WorkflowContext): StepResult {
  const { integration } = context;
  integration.used.add(`logic ${step.logic}`);
  const logic = integration.logic.get(step.logic);
  if (logic === undefined) {
    integration.report.add(
      'FR2001',
      { what: 'logic', name: step.logic, suggestion: nearest(step.logic, integration.logic.keys()) },
      [...at, 'logic'],
    );
    return failedStep(step.id, scope);
  }
  const input = checkData(step.with ?? {}, logic.input, [...at, 'with'], {
    scope,
    integration,
    target: 'input',
    of: step.logic,
  });
  if (input === undefined) return failedStep(step.id, scope, logic.output);
  return boundValue(step.id, { kind: 'gap', gap: step.logic, input, type: logic.output }, step, at, scope, context);
}

/** A pure step: a variable that holds a value. */
export function boundValue(
  id: string,
  value: Expression,
  step: { readonly note?: string },
  at: SpecPath,
  scope: Scope,
  context: WorkflowContext,
): StepResult {
  const { binding, ...after } = bindStep(id, value.type, at, scope, context);
  return {
    steps: [
      {
        kind: 'bind',
        name: journalName(id, context),
        place: context.integration.report.place(at),
        bind: binding,
        value,
        ...note(step),
      },
    ],
    ...after,
  };
}

export function note(step: { readonly note?: string }): { readonly note?: string } {
  return step.note === undefined ? {} : { note: step.note };
}
