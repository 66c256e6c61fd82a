import { isFailed, type Shape } from '../../shape/shape.ts';
import type { Type } from '../../shape/type.ts';
import { describeType } from '../../shape/describe.ts';
import { expand, isMaybe } from '../../shape/type-of-shape.ts';
import type { Expression, Operation } from '../expression.ts';
import { isNumberForm, misfit, type Misfit, type OperationInput } from '../operation-type.ts';
import { BOOLEAN, INTEGER, listOf, NUMBER, STRING } from '../types.ts';

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
    case 'date':
      if (isNumberForm(operation.from))
        return isKind(input.shape, 'number')
          ? dateResult(operation.to)
          : misfit(
              input,
              'a number of seconds or milliseconds',
              'say how the date reads: { date: { from: iso, to: … } }',
            );
      if (isKind(input.shape, 'string')) return dateResult(operation.to);
      return misfit(
        input,
        'a date as text',
        isKind(input.shape, 'number')
          ? 'say what the number counts: { date: { from: epochSeconds, to: … } } or epochMillis'
          : undefined,
      );
    case 'trim':
    case 'upper':
    case 'lower':
    case 'replace':
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
const TYPED = { number: NUMBER, string: STRING, boolean: BOOLEAN } as const;

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
