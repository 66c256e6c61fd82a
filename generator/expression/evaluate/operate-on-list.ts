import {
  compact,
  drop,
  flatten,
  fromEntries,
  max,
  maxAs,
  min,
  minAs,
  nonEmpty,
  sortBy,
  sum,
  take,
  toJson,
  unique,
} from '@flowright/runtime/ops';
import type { Operation } from '../expression.ts';
import { isMissing, memberOf, type ValueOf } from './evaluate.ts';

/** A standard operation on a list. */
export function operateOnList(op: Operation, of: readonly unknown[], value: ValueOf): unknown {
  const by = (item: unknown): unknown =>
    'by' in op && typeof op.by === 'object' && 'item' in op ? value(op.by, op.item, item) : item;
  switch (op.op) {
    case 'first':
      return of[0];
    case 'last':
      return of.at(-1);
    case 'at':
      return of.at(op.index);
    case 'count':
      return of.length;
    case 'join':
      return of.join(op.with);
    case 'slice':
      return of.slice(op.from, op.to);
    case 'includes':
      return of.includes(value(op.value));
    case 'filter':
    case 'find':
    case 'some':
    case 'every':
      return of[op.op]((item) => value(op.test, op.item, item) === true);
    case 'sum':
      return sum(of.map((item) => numberOrNothing(by(item))));
    case 'min':
    case 'max':
      return extreme(op, of.map(by));
    case 'unique':
      return unique(of, by);
    case 'sort':
      if (op.as === 'number' || op.as === 'wholeNumber') break;
      return sortBy(of, (item) => key(by(item)), op.order === 'descending' ? 'desc' : 'asc');
    case 'take':
      return take(of, numberOrNothing(value(op.value)));
    case 'drop':
      return drop(of, numberOrNothing(value(op.value)));
    case 'flatten':
      return flatten(of);
    case 'compact':
      return compact(of);
    case 'list':
      return [of];
    case 'nonEmpty':
      return nonEmpty(of);
    case 'fromEntries':
      return fromEntries(of.map((item) => ({ key: String(memberOf(item, 'key')), value: memberOf(item, 'value') })));
    case 'json':
      return toJson(of);
    default:
      break;
  }
  throw new TypeError(`'${op.op}' of a list is not evaluated`);
}

/** Of numbers the smallest or largest; of texts the first or last in order, or by the numbers that they write. */
function extreme(op: Extract<Operation, { op: 'min' | 'max' }>, values: readonly unknown[]): unknown {
  const there = values.filter((one) => typeof one === 'string' || typeof one === 'number');
  if (op.as !== undefined) return op.op === 'min' ? minAs(there, op.as) : maxAs(there, op.as);
  if (there.every((one) => typeof one === 'number')) return op.op === 'min' ? min(there) : max(there);
  return sortBy(there, (one) => one, op.op === 'max' ? 'desc' : 'asc')[0];
}

function numberOrNothing(value: unknown): number | undefined {
  if (isMissing(value)) return undefined;
  if (typeof value === 'number') return value;
  throw new TypeError('no number');
}

function key(value: unknown): string | number | boolean | undefined {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : undefined;
}
