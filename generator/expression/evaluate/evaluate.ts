import type { Expression } from '../expression.ts';
import { binaryValue } from './binary-value.ts';
import { operate } from './operate.ts';

/** What the names stand for: JSON data. */
export type Values = ReadonlyMap<string, unknown>;

/** Entries of tables, by the table and the key. */
export type TableValues = ReadonlyMap<string, ReadonlyMap<string, unknown>>;

const NO_TABLES: TableValues = new Map();

/**
 * What a checked expression comes to, without code of it: the same as the code that is emitted of it gives. What that throws, a
 * cast of what is no number, is thrown.
 */
export function evaluate(expression: Expression, names: Values, tables: TableValues = NO_TABLES): unknown {
  const value = (one: Expression, name?: string, item?: unknown): unknown =>
    evaluate(one, name === undefined ? names : new Map([...names, [name, item]]), tables);
  switch (expression.kind) {
    case 'name':
      return names.get(expression.name);
    case 'literal':
      return expression.value;
    case 'field':
      return memberOf(value(expression.of), expression.field);
    case 'index': {
      const list = value(expression.of);
      return Array.isArray(list) ? list.at(expression.index) : undefined;
    }
    case 'template':
      return expression.parts.map((part) => (typeof part === 'string' ? part : textOf(value(part)))).join('');
    case 'not':
      return value(expression.of) !== true;
    case 'present':
      return !isMissing(value(expression.of));
    case 'binary':
      if (expression.op === '&&') return value(expression.left) === true && value(expression.right) === true;
      if (expression.op === '||') return value(expression.left) === true || value(expression.right) === true;
      return binaryValue(expression.op, value(expression.left), value(expression.right));
    case 'conditional':
      return value(value(expression.test) === true ? expression.then : expression.else);
    case 'coalesce':
      return firstThere(expression.of, value);
    case 'apply':
      return operate(expression.op, value(expression.of), value, tables);
    case 'each':
      return eachItem(expression, value);
    case 'object':
      return Object.fromEntries(
        expression.fields.flatMap(({ name, value: of, optional, keepsNull }) => {
          const found = value(of);
          const left = optional && (keepsNull === true ? found === undefined : isMissing(found));
          return left ? [] : [[name, found]];
        }),
      );
    case 'array':
      return expression.items.flatMap((item, at) => {
        const found = value(item);
        return expression.spread?.includes(at) === true && Array.isArray(found) ? found : [found];
      });
    case 'mapped':
    case 'gap':
      throw new TypeError('Mappings and gaps are not evaluated');
  }
}

/** Works out a part; with a name, that one stands for an item there. */
export type ValueOf = (expression: Expression, name?: string, item?: unknown) => unknown;

export function isMissing(value: unknown): value is null | undefined {
  return value === undefined || value === null;
}

/** Own members alone: no text of a spec reaches what objects inherit. */
export function memberOf(owner: unknown, field: string): unknown {
  return typeof owner === 'object' && owner !== null && Object.hasOwn(owner, field)
    ? Reflect.get(owner, field)
    : undefined;
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

function firstThere(all: readonly Expression[], value: ValueOf): unknown {
  let found: unknown;
  for (const one of all) {
    found = value(one);
    if (!isMissing(found)) return found;
  }
  return found;
}

function eachItem(
  { of, item, when, value: each, flat }: Extract<Expression, { kind: 'each' }>,
  value: ValueOf,
): unknown {
  const list = value(of);
  if (!Array.isArray(list)) return undefined;
  const values: unknown[] = [];
  for (const one of list) {
    if (when !== undefined && value(when, item, one) !== true) continue;
    const found = value(each, item, one);
    if (!flat) values.push(found);
    else if (Array.isArray(found)) for (const inner of found) values.push(inner);
  }
  return values;
}
