import { nearest } from '../../diagnostics/nearest.ts';
import type { SpecPath } from '../../diagnostics/place.ts';
import { checkExpression, objectExpression } from '../../expression/check-expression.ts';
import type { Expression, ObjectField } from '../../expression/expression.ts';
import { ANY } from '../../expression/types.ts';
import { assignable } from '../../shape/assignable.ts';
import { describeType } from '../../shape/describe.ts';
import { expand, typeOfShape } from '../../shape/type-of-shape.ts';
import type { Type } from '../../shape/type.ts';
import type { Inputs, Value } from '../../spec/types.ts';
import { checkValue, type ValueContext } from './check-value.ts';
import { placeOf } from './call-mapping.ts';
import { mayLack } from './may-lack.ts';
import { readSource } from './read-source.ts';

/** A piece of business logic: its inputs by name, those that are not named from the field of the same name. */
export function callLogic(id: string, inputs: Inputs, at: SpecPath, context: ValueContext): Expression | undefined {
  const { integration } = context;
  const { report, environment } = integration;
  integration.used.add(`logic ${id}`);
  const logic = integration.logic.get(id);
  if (logic === undefined) {
    report.add('FR2001', { what: 'logic', name: id, suggestion: nearest(id, integration.logic.keys()) }, [
      ...at,
      'logic',
    ]);
    return undefined;
  }
  const shape = expand(logic.input.shape, environment.shapes);
  const declared = shape.kind === 'object' ? shape.fields : new Map<string, never>();
  for (const name of Object.keys(inputs)) {
    if (!declared.has(name))
      report.add(
        'FR2003',
        { field: name, owner: `the input of '${id}'`, suggestion: nearest(name, declared.keys()) },
        [...at, 'with', name],
        { on: 'key' },
      );
  }
  const fields: ObjectField[] = [];
  for (const [name, field] of declared) {
    const wanted = typeOfShape(field.shape, environment.shapes, field.optional);
    const given = Object.hasOwn(inputs, name);
    const place: SpecPath = given ? [...at, 'with', name] : [...at, 'logic'];
    const value = given ? inputValue(name, inputs, place, context) : sameName(name, context);
    if (value === undefined && !given && !field.optional)
      report.add('FR2016', { field: name, owner: `the input of '${id}'` }, place);
    if (value !== undefined && fits(value, wanted, `${id}.${name}`, place, context))
      fields.push({ name, value, optional: value.type.optional });
  }
  if (fields.length < [...declared].filter(([, field]) => !field.optional).length) return undefined;
  return { kind: 'gap', gap: id, input: objectExpression(fields), type: logic.output };
}

/** What an input that is not named is taken from: the field, or the name in scope, that is called the same. */
function sameName(name: string, { scope, integration }: ValueContext): Expression | undefined {
  return checkExpression(name, { scope, environment: integration.environment }).ok;
}

/** A rule in words: a gap whose signature is what it is given and what is wanted of it. */
export function callRule(
  { rule, with: inputs = {}, criteria = [], examples = [] }: Extract<Value, { rule: string }>,
  at: SpecPath,
  context: ValueContext,
): Expression | undefined {
  const fields: ObjectField[] = [];
  for (const name of Object.keys(inputs)) {
    const value = inputValue(name, inputs, [...at, 'with', name], context);
    if (value === undefined) return undefined;
    fields.push({ name, value, optional: value.type.optional });
  }
  const input = objectExpression(fields);
  const output: Type = context.wanted ?? ANY;
  context.integration.rules.push({
    id: context.gapName,
    rule,
    input: input.type,
    output,
    path: at,
    criteria,
    examples,
  });
  return { kind: 'gap', gap: context.gapName, input, type: output };
}

function inputValue(name: string, inputs: Inputs, at: SpecPath, context: ValueContext): Expression | undefined {
  const input = (Object.hasOwn(inputs, name) ? inputs[name] : undefined) ?? name;
  if (typeof input === 'object') return checkValue(input, at, context);
  return readSource(input, at, context.scope, context.prefixes, context.integration);
}

function fits(value: Expression, wanted: Type, target: string, at: SpecPath, { integration }: ValueContext): boolean {
  const { report, environment } = integration;
  if (mayLack(value.type, wanted)) {
    report.add('FR2005', { value: 'this value', target }, at);
    return false;
  }
  const mismatch = assignable(value.type.shape, wanted.shape, environment.shapes);
  if (mismatch === undefined) return true;
  report.add('FR2004', { expected: describeType(wanted), found: describeType(value.type) + placeOf(mismatch) }, at);
  return false;
}
