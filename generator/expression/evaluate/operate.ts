import {
  asMember,
  base64Decode,
  base64Encode,
  isObject,
  nonEmpty,
  parseJson,
  queryParam,
  removePrefix,
  removeSuffix,
  round,
  toBoolean,
  toInteger,
  toJson,
  toNumber,
  toText,
} from '@flowright/runtime/ops';
import type { Operation } from '../expression.ts';
import { convertDate } from './convert-date.ts';
import { isMissing, memberOf, type TableValues, type ValueOf } from './evaluate.ts';
import { operateOnList } from './operate-on-list.ts';

/** The operations that can be worked out here: of expressions in the language, not of JSONata, and not those that make much of little. */
const KNOWN: ReadonlySet<string> = new Set(
  [
    'number integer string boolean is round multiply add date lookup trim upper lower urlEncode removePrefix removeSuffix',
    'padStart padEnd split replace slice includes startsWith endsWith keys values entries fromEntries member asMember merge',
    'first last at count join filter find some every sum min max unique sort take drop flatten compact list nonEmpty json',
    'base64 queryParam',
  ].flatMap((names) => names.split(' ')),
);

export function isKnownOperation(op: Operation['op']): boolean {
  return KNOWN.has(op);
}

/** A standard operation on a value; of one that is not there, nothing. */
export function operate(op: Operation, of: unknown, value: ValueOf, tables: TableValues): unknown {
  if (op.op === 'is') return isOf(op.kind, of);
  if (isMissing(of)) return undefined;
  if (Array.isArray(of)) return operateOnList(op, of, value);
  switch (op.op) {
    case 'number':
      return toNumber(scalar(of));
    case 'integer':
      return toInteger(scalar(of));
    case 'string':
      return toText(scalar(of));
    case 'boolean':
      return toBoolean(scalar(of));
    case 'round':
      return round(number(of), op.digits);
    case 'multiply':
      return number(of) * op.by;
    case 'add':
      return number(of) + op.by;
    case 'date':
      return convertDate(op, of);
    case 'lookup':
      return tables.get(op.table)?.get(String(scalar(of)));
    case 'list':
      return [of];
    case 'nonEmpty':
      return nonEmpty(of);
    case 'json':
      return op.does === 'parse' ? parseJson(text(of)) : toJson(of);
    case 'keys':
      return Object.keys(object(of));
    case 'values':
      return Object.values(object(of));
    case 'entries':
      return Object.entries(object(of)).map(([key, member]) => ({ key, value: member }));
    case 'member':
      return memberOf(of, String(value(op.name)));
    case 'asMember':
      return asMember(of, String(value(op.name)));
    case 'merge':
      return { ...object(of), ...object(value(op.value) ?? {}) };
    default:
      return operateOnText(op, text(of), value);
  }
}

function operateOnText(op: Operation, of: string, value: ValueOf): unknown {
  switch (op.op) {
    case 'trim':
      return of.trim();
    case 'upper':
      return of.toUpperCase();
    case 'lower':
      return of.toLowerCase();
    case 'urlEncode':
      return encodeURIComponent(of);
    case 'removePrefix':
      return removePrefix(of, op.text);
    case 'removeSuffix':
      return removeSuffix(of, op.text);
    case 'padStart':
    case 'padEnd':
      return of[op.op](op.length, op.with);
    case 'split':
      return of.split(op.by);
    case 'replace':
      return of.replaceAll(op.find, () => op.with);
    case 'slice':
      return of.slice(op.from, op.to);
    case 'includes':
    case 'startsWith':
    case 'endsWith':
      return of[op.op](text(value(op.value)));
    case 'count':
      return of.length;
    case 'base64':
      return op.does === 'encode' ? base64Encode(of) : base64Decode(of);
    case 'queryParam':
      return queryParam(of, op.name);
    default:
      throw new TypeError(`'${op.op}' of a text is not evaluated`);
  }
}

function isOf(kind: Extract<Operation, { op: 'is' }>['kind'], of: unknown): boolean {
  if (kind === 'array') return Array.isArray(of);
  return kind === 'object' ? isObject(of) : typeof of === kind;
}

function scalar(of: unknown): string | number | boolean {
  if (typeof of === 'string' || typeof of === 'number' || typeof of === 'boolean') return of;
  throw new TypeError('neither a text, a number nor a boolean');
}

function number(of: unknown): number {
  if (typeof of === 'number') return of;
  throw new TypeError('no number');
}

function text(of: unknown): string {
  if (typeof of === 'string') return of;
  throw new TypeError('no text');
}

function object(of: unknown): object {
  if (typeof of === 'object' && of !== null) return of;
  throw new TypeError('no object');
}
