import { describeType } from '../../shape/describe.ts';
import { expand, isMaybe, typeOfShape } from '../../shape/type-of-shape.ts';
import type { Shape } from '../../shape/shape.ts';
import type { Type } from '../../shape/type.ts';
import { unionOf } from '../../shape/union.ts';
import type { Expression, Operation } from '../expression.ts';
import { itemType, misfit, oneObject, type Misfit, type OperationInput } from '../operation-type.ts';
import { INTEGER, listOf, plain, shapeOf, STRING } from '../types.ts';
import { isKind, isScalar } from './scalars.ts';

/** Operations that take lists and objects apart and put them together anew; undefined for an operation of another kind. */
export function partResult(operation: Operation, input: OperationInput): Type | Misfit | undefined {
  switch (operation.op) {
    case 'chunk':
      return itemType(input) === undefined ? misfit(input, 'a list') : listOf(plain(input.shape));
    case 'group':
    case 'keyed':
      return grouped(operation, input);
    case 'fromEntries':
      return fromEntries(input);
    case 'list':
      return listOf(plain(input.shape));
    case 'range':
      return isKind(input.shape, 'number') && isNumber(operation.value, input)
        ? listOf(INTEGER)
        : misfit(input, 'two numbers');
    case 'open':
      return input.shape.kind === 'object'
        ? plain({ ...input.shape, rest: { kind: 'any' } })
        : misfit(input, 'an object');
    case 'keys':
      return input.shape.kind === 'object' ? listOf(STRING) : misfit(input, 'an object');
    case 'values':
      return input.shape.kind === 'object' ? listOf(memberType(input.shape, input)) : misfit(input, 'an object');
    case 'merge':
      return merged(operation.value, input);
    case 'member':
      if (input.shape.kind !== 'object' || input.shape.rest === undefined)
        return misfit(input, 'an object that may have any member');
      return isName(operation.name, input)
        ? { ...memberType(input.shape, input), optional: true }
        : notAName(operation.name);
    case 'asMember':
      return isName(operation.name, input)
        ? plain({ kind: 'object', fields: new Map(), rest: input.shape })
        : notAName(operation.name);
    case 'records':
      return records(operation.value, input);
    default:
      return undefined;
  }
}

function isName({ type }: Expression, { shapes }: OperationInput): boolean {
  return isKind(expand(type.shape, shapes), 'string') && !isMaybe(type);
}

function notAName({ type }: Expression): Misfit {
  return { found: describeType(type), wanted: 'the name of a member, a text' };
}

function isNumber({ type }: Expression, { shapes }: OperationInput): boolean {
  return isKind(expand(type.shape, shapes), 'number') && !isMaybe(type);
}

function grouped(operation: Extract<Operation, { op: 'group' | 'keyed' }>, input: OperationInput): Type | Misfit {
  const item = itemType(input);
  if (item === undefined) return misfit(input, 'a list');
  const key = expand(operation.by.type.shape, input.shapes);
  if (operation.op === 'keyed') {
    if (!isName(operation.by, input) && !isNumber(operation.by, input))
      return misfit(input, 'a list of which each item has a text or a number there');
    return plain({ kind: 'object', fields: new Map(), rest: shapeOf(item) });
  }
  if (!isScalar(key)) return misfit(input, 'a list of which each item has a text, a number or a boolean');
  const fields = new Map([
    ['key', { shape: shapeOf(operation.by.type), optional: operation.by.type.optional }],
    ['items', { shape: listOf(item).shape, optional: false }],
  ]);
  return listOf(plain({ kind: 'object', fields }));
}

/** Items of a key and a value become members; where the value is missing, there is none. */
function fromEntries(input: OperationInput): Type | Misfit {
  const item = itemType(input);
  const entry = item && expand(item.shape, input.shapes);
  const [key, value] = entry?.kind === 'object' ? [entry.fields.get('key'), entry.fields.get('value')] : [];
  const name = key && !key.optional ? expand(key.shape, input.shapes) : undefined;
  if (
    item === undefined ||
    isMaybe(item) ||
    value === undefined ||
    (name?.kind !== 'string' && name?.kind !== 'number')
  )
    return misfit(
      input,
      'a list of objects with key and value',
      'make it one: list.map(item => ({ key: item.id, value: item.name }))',
    );
  return plain({ kind: 'object', fields: new Map(), rest: value.shape });
}

function memberType(object: Extract<Shape, { kind: 'object' }>, { shapes }: OperationInput): Type {
  const all = [...object.fields.values()].map((field) => field.shape);
  return typeOfShape(unionOf(object.rest === undefined ? all : [...all, object.rest]), shapes);
}

/** The members of both; of a name that both have, the second counts. */
function merged(other: Expression, input: OperationInput): Type | Misfit {
  const [one, two] = [input.shape, oneObject(other.type.shape, input.shapes)];
  if (one.kind !== 'object' || two.kind !== 'object') return misfit(input, 'two objects');
  if (one.rest !== undefined || two.rest !== undefined || isMaybe(other.type)) {
    const values = [one, two].map((object) => shapeOf(memberType(object, input)));
    return plain({ kind: 'object', fields: new Map(), rest: unionOf(values) });
  }
  const fields = new Map(one.fields);
  for (const [name, field] of two.fields) {
    const known = fields.get(name);
    fields.set(
      name,
      field.optional && known !== undefined
        ? { shape: unionOf([known.shape, field.shape]), optional: known.optional }
        : field,
    );
  }
  return plain({ kind: 'object', fields });
}

function records(columns: Expression, input: OperationInput): Type | Misfit {
  const row = itemType(input);
  const cells = row && expand(row.shape, input.shapes);
  if (cells?.kind !== 'array') return misfit(input, 'a list of lists');
  const names = expand(columns.type.shape, input.shapes);
  if (names.kind !== 'array' || !isKind(expand(names.item, input.shapes), 'string'))
    return misfit(input, 'a list of texts for its columns', 'name them, or the path to them: columns: fields[].name');
  const rest = cells.prefix === undefined ? cells.item : ({ kind: 'any' } as const);
  return listOf(plain({ kind: 'object', fields: new Map(), rest }));
}
