import { isFailed, type Shape } from '../../shape/shape.ts';
import type { Type } from '../../shape/type.ts';
import { describeType } from '../../shape/describe.ts';
import { expand, isMaybe } from '../../shape/type-of-shape.ts';
import type { Expression, Operation } from '../expression.ts';
import { isNumberForm, misfit, type Misfit, type OperationInput } from '../operation-type.ts';
import { unionTypes } from '../union-types.ts';
import { ANY, BOOLEAN, INTEGER, listOf, NUMBER, STRING } from '../types.ts';

/** Casts, dates, text and arithmetic; undefined for an operation of another kind. */
export function scalarResult(operation: Operation, input: OperationInput): Type | Misfit | undefined {
  switch (operation.op) {
    case 'number':
    case 'integer':
    case 'string':
    case 'boolean':
      return isScalar(input.shape) ? CASTS[operation.op] : misfit(input, 'text, a number or a boolean');
    case 'typed':
      return { ...TYPED[operation.to], optional: true };
    case 'is':
      return BOOLEAN;
    case 'date':
      return date(operation, input);
    case 'trim':
    case 'upper':
    case 'lower':
    case 'replace':
    case 'removePrefix':
    case 'removeSuffix':
    case 'padStart':
    case 'padEnd':
    case 'urlEncode':
      return isKind(input.shape, 'string') ? STRING : misfit(input, 'text', 'put string before it');
    case 'split':
      return isKind(input.shape, 'string') ? listOf(STRING) : misfit(input, 'text');
    case 'startsWith':
    case 'endsWith':
      return isKind(input.shape, 'string') ? isText(operation.value, input) : misfit(input, 'text');
    case 'round':
      return isKind(input.shape, 'number')
        ? operation.digits === 0
          ? INTEGER
          : NUMBER
        : misfit(input, 'a number', 'put number before it');
    case 'multiply':
    case 'add':
      return isKind(input.shape, 'number')
        ? arithmetic(input.shape, operation.by)
        : misfit(input, 'a number', 'put number before it');
    default:
      return undefined;
  }
}

const CASTS = { number: NUMBER, integer: INTEGER, string: STRING, boolean: BOOLEAN } as const;
const OBJECT: Type = { ...STRING, shape: { kind: 'object', fields: new Map(), rest: { kind: 'any' } } };
const TYPED = {
  number: NUMBER,
  integer: INTEGER,
  string: STRING,
  boolean: BOOLEAN,
  object: OBJECT,
  array: listOf(ANY),
} as const;

function date(operation: Extract<Operation, { op: 'date' }>, input: OperationInput): Type | Misfit {
  const read = isKind(input.shape, 'string');
  const fits = read || (isNumberForm(operation.from) && isKind(input.shape, 'number'));
  if (!fits && isNumberForm(operation.from))
    return misfit(
      input,
      'a number of seconds or milliseconds',
      'say how the date reads: { date: { from: iso, to: … } }',
    );
  if (!fits)
    return misfit(
      input,
      'a date as text',
      isKind(input.shape, 'number')
        ? 'say what the number counts: { date: { from: epochSeconds, to: … } } or epochMillis'
        : undefined,
    );
  const result = dateResult(operation.to);
  if (operation.otherwise === 'omit') return { ...result, optional: true };
  return operation.otherwise === 'keep' ? unionTypes([result, { ...result, shape: open(input.shape) }]) : result;
}

/** Any text, or any number: what is kept is none of a form. */
function open(shape: Shape): Shape {
  return shape.kind === 'string' ? { kind: 'string' } : shape;
}

function dateResult(form: { readonly kind: string }): Type {
  if (form.kind === 'epochSeconds' || form.kind === 'epochMillis') return INTEGER;
  if (form.kind === 'iso') return { ...STRING, shape: { kind: 'string', format: 'date-time' } };
  return form.kind === 'isoDate' ? { ...STRING, shape: { kind: 'string', format: 'date' } } : STRING;
}

/** What a text is searched for must be text, and there. */
export function isText(value: Expression, input: OperationInput): Type | Misfit {
  const fits = isKind(expand(value.type.shape, input.shapes), 'string') && !isMaybe(value.type);
  return fits ? BOOLEAN : { found: describeType(value.type), wanted: 'text to search for' };
}

function arithmetic(shape: Shape, by: number): Type {
  return everyPart(shape, (part) => part.kind === 'number' && part.integer) && Number.isInteger(by) ? INTEGER : NUMBER;
}

/** Whether the shape is of this kind, all its alternatives included. */
export function isKind(shape: Shape, kind: Shape['kind']): boolean {
  return everyPart(shape, (part) => part.kind === kind);
}

export function isScalar(shape: Shape): boolean {
  return everyPart(shape, (part) => part.kind === 'string' || part.kind === 'number' || part.kind === 'boolean');
}

function everyPart(shape: Shape, test: (part: Shape) => boolean): boolean {
  return isFailed(shape) || (shape.kind === 'union' ? shape.of.every(test) : test(shape));
}
