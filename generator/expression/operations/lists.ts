import { assignable } from '../../shape/assignable.ts';
import { describeShape, describeType } from '../../shape/describe.ts';
import { expand, isMaybe, present, typeOfShape } from '../../shape/type-of-shape.ts';
import type { Type } from '../../shape/type.ts';
import type { Expression, Operation, OrderAs } from '../expression.ts';
import { isMisfit, itemType, misfit, type Misfit, type OperationInput } from '../operation-type.ts';
import { ofKind } from './kinds.ts';
import { BOOLEAN, INTEGER, listOf, NUMBER, STRING } from '../types.ts';
import { isKind, isScalar, isText } from './scalars.ts';

/** Operations on lists; undefined for an operation of another kind. */
export function listResult(operation: Operation, input: OperationInput): Type | Misfit | undefined {
  switch (operation.op) {
    case 'slice':
      if (isKind(input.shape, 'string')) return STRING;
      return withItem(input, () => sameList(input));
    case 'includes':
      return isKind(input.shape, 'string')
        ? isText(operation.value, input)
        : withItem(input, (item) => contains(item, operation.value, input));
    case 'count':
      return isKind(input.shape, 'string') ? INTEGER : withItem(input, () => INTEGER);
    case 'first':
    case 'last':
    case 'at':
    case 'find':
      return withItem(input, (item) => ({ ...item, optional: true }));
    case 'some':
    case 'every':
      return withItem(input, () => BOOLEAN);
    case 'unique':
    case 'until':
    case 'take':
    case 'drop':
      return withItem(input, () => sameList(input));
    case 'filter':
      return withItem(input, (item) => filtered(operation, item, input));
    case 'sort':
      return withItem(input, (item) =>
        isScalar(expand((operation.by?.type ?? item).shape, input.shapes))
          ? sameList(input)
          : {
              found: `list of ${describeShape((operation.by?.type ?? item).shape)}`,
              wanted: 'a list of numbers, texts or booleans',
              fix: 'say by which field: { sort: field }',
            },
      );
    case 'minBy':
    case 'maxBy':
      return withItem(input, (item) => {
        const result = extremeAs(operation, item, input);
        return isMisfit(result) ? result : { ...item, optional: true };
      });
    case 'compact':
      return withItem(input, (item) => listOf({ ...item, nullable: false, optional: false }));
    case 'flatten':
      return withItem(input, (item) => flattened(item, input));
    case 'sum':
      return withItem(input, (item) =>
        aggregate(
          operation.by,
          item,
          'numbers',
          (shape) => isKind(shape, 'number'),
          input,
          () => NUMBER,
        ),
      );
    case 'min':
    case 'max':
      return withItem(input, (item) =>
        operation.as !== undefined
          ? extremeAs(operation, item, input)
          : aggregate(
              operation.by,
              item,
              'numbers or texts',
              (shape) => isKind(shape, 'number') || isKind(shape, 'string'),
              input,
              (type) => ({ ...type, shape: open(type.shape), optional: true }),
            ),
      );
    case 'join':
      return withItem(input, (item) =>
        isScalar(expand(item.shape, input.shapes)) && !item.nullable
          ? STRING
          : { found: `list of ${describeShape(item.shape)}`, wanted: 'a list of texts' },
      );
    default:
      return undefined;
  }
}

function withItem(input: OperationInput, result: (item: Type) => Type | Misfit): Type | Misfit {
  const item = itemType(input);
  return item === undefined ? misfit(input, 'a list') : result(item);
}

/** A test of the kind of the items leaves a list of that kind. */
function filtered(operation: Extract<Operation, { test: unknown }>, item: Type, input: OperationInput): Type {
  const { test } = operation;
  if (test.kind !== 'apply' || test.op.op !== 'is' || test.of.kind !== 'name' || test.of.name !== operation.item)
    return sameList(input);
  return listOf(ofKind(item, test.op.kind, true, input.shapes));
}

/** The list itself, certainly there: the caller puts the doubt back. */
function sameList(input: OperationInput): Type {
  return { ...input.type, optional: false, nullable: false };
}

function flattened(item: Type, input: OperationInput): Type | Misfit {
  const inner = expand(item.shape, input.shapes);
  return inner.kind === 'array' ? listOf(typeOfShape(inner.item, input.shapes)) : misfit(input, 'a list of lists');
}

/** Values that are compared as something: texts, or numbers. Those that are missing are passed over. */
function extremeAs(
  operation: { readonly by?: Expression; readonly as?: OrderAs },
  item: Type,
  input: OperationInput,
): Type | Misfit {
  const type = operation.by?.type ?? item;
  const shape = expand(type.shape, input.shapes);
  if (isKind(shape, 'number') || isKind(shape, 'string'))
    return { ...type, shape: open(shape), optional: true, nullable: false };
  return { found: `list of ${describeShape(shape)}`, wanted: 'numbers or texts' };
}

/** Without its choice of values: the smallest of some is a number like any other. */
function open(shape: Type['shape']): Type['shape'] {
  if (shape.kind === 'number') return { kind: 'number', integer: shape.integer };
  return shape.kind === 'string'
    ? { kind: 'string', ...(shape.format !== undefined && { format: shape.format }) }
    : shape;
}

/** A list that may hold the value; lists and objects are compared by their identity, so they never are. */
function contains(item: Type, value: Expression, input: OperationInput): Type | Misfit {
  const [one, other] = [expand(item.shape, input.shapes), expand(value.type.shape, input.shapes)];
  const fits =
    assignable(present(value.type).shape, item.shape, input.shapes) === undefined &&
    isScalar(other) &&
    !isMaybe(value.type);
  return fits
    ? BOOLEAN
    : {
        found: `${describeType(value.type)} in a list of ${describeShape(one)}`,
        wanted: 'a value that the list can hold',
      };
}

/** What is added up or compared: the value by which, or the item itself. */
function aggregate(
  by: Expression | undefined,
  item: Type,
  wanted: string,
  fits: (shape: Type['shape']) => boolean,
  input: OperationInput,
  result: (type: Type) => Type,
): Type | Misfit {
  const type = by?.type ?? item;
  const shape = expand(type.shape, input.shapes);
  // Numbers that are missing count for nothing; among texts there would be no order.
  const there = isKind(shape, 'number') || !isMaybe(type);
  return fits(shape) && there
    ? result({ ...type, shape, nullable: false })
    : { found: `list of ${describeShape(shape)}${there ? '' : ' that may be missing'}`, wanted };
}
