import { describeShape } from '../shape/describe.ts';
import { isFailed, type Shape, type ShapeTable } from '../shape/shape.ts';
import { expand, isMaybe, typeOfShape } from '../shape/type-of-shape.ts';
import type { Type } from '../shape/type.ts';
import type { Environment } from './environment.ts';
import type { DateForm, Operation } from './expression.ts';
import { dataResult } from './operations/data.ts';
import { listResult } from './operations/lists.ts';
import { partResult } from './operations/parts.ts';
import { scalarResult } from './operations/scalars.ts';
import { FAILED } from './types.ts';

/** Why an operation does not fit a value. */
export interface Misfit {
  readonly found: string;
  readonly wanted: string;
  readonly fix?: string;
}

/** What an operation looks at: the value's shape with references followed, and the tables of the integration. */
export interface OperationInput {
  readonly shape: Shape;
  readonly type: Type;
  readonly shapes: ShapeTable;
  readonly tables: Environment['tables'];
}

/** The type of a value after an operation; where the value may be missing the result may be, too. */
export function operationType(
  operation: Operation,
  type: Type,
  shapes: ShapeTable,
  tables: Environment['tables'],
): Type | Misfit {
  if (isFailed(type.shape)) return FAILED;
  const input: OperationInput = { shape: oneObject(type.shape, shapes), type, shapes, tables };
  const result =
    scalarResult(operation, input) ??
    listResult(operation, input) ??
    partResult(operation, input) ??
    dataResult(operation, input);
  if (result === undefined) return misfit(input, 'another operation');
  if ('wanted' in result) return result;
  return isMaybe(type) && operation.op !== 'is' ? { ...result, optional: true } : result;
}

/** With references followed; `fields ?? {}` is an object like `fields`, where nothing of that has to be there. */
export function oneObject(shape: Shape, shapes: ShapeTable): Shape {
  const whole = expand(shape, shapes);
  if (whole.kind !== 'union') return whole;
  const parts = whole.of.map((one) => expand(one, shapes));
  const others = parts.filter((one) => one.kind !== 'object' || one.fields.size > 0 || one.rest !== undefined);
  const [only] = others;
  return others.length === 1 && only?.kind === 'object' && [...only.fields.values()].every((field) => field.optional)
    ? only
    : whole;
}

export function isMisfit(result: Type | Misfit): result is Misfit {
  return 'wanted' in result;
}

export function misfit(input: OperationInput, wanted: string, fix?: string): Misfit {
  return { found: describeShape(input.shape), wanted, ...(fix !== undefined && { fix }) };
}

/** The type of a list's items, as in a loop. */
export function itemType(input: OperationInput): Type | undefined {
  if (input.shape.kind !== 'array') return undefined;
  const ref =
    input.type.ref === undefined
      ? undefined
      : ({ kind: 'item', of: input.type.ref, maybe: isMaybe(input.type) } as const);
  return typeOfShape(input.shape.item, input.shapes, false, ref);
}

export function isNumberForm(form: DateForm): boolean {
  return form.kind === 'epochSeconds' || form.kind === 'epochMillis';
}
