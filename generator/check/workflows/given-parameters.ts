import { nearest } from '../../diagnostics/nearest.ts';
import type { SpecPath } from '../../diagnostics/place.ts';
import { readPath } from '../../expression/read-path.ts';
import { checkTemplate } from '../../expression/template.ts';
import type { Expression } from '../../expression/expression.ts';
import type { Scope } from '../../expression/scope.ts';
import { describeType } from '../../shape/describe.ts';
import { expand } from '../../shape/type-of-shape.ts';
import type { CallWith } from '../../spec/types.ts';
import { checkData, fits } from '../values/check-data.ts';
import type { CallParameter, CheckedOperation } from '../endpoints/checked-operation.ts';
import type { WorkflowContext } from './step-context.ts';

type Part = 'path' | 'query' | 'headers';

/** What a call gives for its parameters of one part, by name; `undefined` for one that it does not give. */
export interface GivenParameters {
  readonly names: readonly string[];
  /** The checked value; undefined where something is wrong with it (reported). */
  value(parameter: CallParameter): Expression | undefined;
}

/** Reads one part of `with`: an object by names, or one expression whose members have the parameters' names. Undefined where it is wrong (reported). */
export function givenParameters(
  part: Part,
  sent: CallWith[Part],
  at: SpecPath,
  operation: CheckedOperation,
  scope: Scope,
  { integration }: WorkflowContext,
): GivenParameters | undefined {
  const where = [...at, 'with', part];
  if (typeof sent !== 'string') {
    const values = sent ?? {};
    return {
      names: Object.keys(values),
      value: ({ name, type }) =>
        checkData(values[name], type, [...where, name], {
          scope,
          integration,
          target: `${part}.${name}`,
          of: operation.id,
        }),
    };
  }
  const { report, environment } = integration;
  const checked = checkTemplate(sent, { scope, environment }, { keepType: true });
  if (checked.ok === undefined) {
    report.problems(checked.problems, where);
    return undefined;
  }
  const whole = checked.ok;
  const shape = expand(whole.type.shape, environment.shapes);
  if (shape.kind !== 'object' || whole.type.optional || whole.type.nullable) {
    report.add(
      'FR2004',
      { expected: `the ${part} of '${operation.id}' is an object, which`, found: describeType(whole.type) },
      where,
    );
    return undefined;
  }
  const known = operation.parameters.filter((one) => one.in === part).map(({ name }) => name);
  // What else the object has is for other parts of the call, or it would get lost. A path takes what it needs: all of it must be there.
  const elsewhere = new Set(operation.parameters.map(({ name }) => name));
  for (const field of part === 'path' ? [] : [...shape.fields.keys()].filter((one) => !elsewhere.has(one)))
    report.add(
      'FR2003',
      { field, owner: `the ${part} of '${operation.id}'`, suggestion: nearest(field, known) },
      where,
    );
  return {
    names: [...shape.fields.keys()].filter((name) => known.includes(name)),
    value({ name, type }) {
      const read = readPath(whole, [{ kind: 'field', name, from: 0, to: 0 }], environment.shapes);
      if (read.ok === undefined) {
        report.problems(read.problems, where);
        return undefined;
      }
      return fits(read.ok, type, where, { scope, integration, target: `${part}.${name}`, of: operation.id });
    },
  };
}
