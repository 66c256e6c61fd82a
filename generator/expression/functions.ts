import type { DateForm, Expression, Operation } from './expression.ts';
import { BOOLEAN } from './types.ts';

/** A standard function or method: how its arguments become an operation, and how it is written. */
export type Signature =
  | {
      readonly name: string;
      readonly usage: string;
      readonly build: (args: readonly Expression[]) => Operation | undefined;
    }
  | {
      readonly name: string;
      readonly usage: string;
      readonly lambda: (item: string, body: Expression | undefined) => Operation;
      readonly condition: boolean;
      readonly optional: boolean;
    };

function plain(
  name: string,
  usage: string,
  build: (args: readonly Expression[]) => Operation | undefined,
): readonly [string, Signature] {
  return [name, { name, usage, build }];
}

function none(name: string, operation: Operation, usage = `${name}(value)`): readonly [string, Signature] {
  return plain(name, usage, (args) => (args.length === 0 ? operation : undefined));
}

function two(op: 'range' | 'merge' | 'take' | 'drop', usage: string): readonly [string, Signature] {
  return plain(op, usage, ([value, ...more]) => (value === undefined || more.length > 0 ? undefined : { op, value }));
}

function pad(op: 'padStart' | 'padEnd'): readonly [string, Signature] {
  return plain(op, `text.${op}(length, '0')`, ([length, filler]) =>
    number(length) === undefined || (filler !== undefined && text(filler) === undefined)
      ? undefined
      : { op, length: number(length) ?? 0, with: text(filler) ?? ' ' },
  );
}

function test(op: 'filter' | 'find' | 'some' | 'every'): readonly [string, Signature] {
  const lambda = (item: string, body: Expression | undefined): Operation => ({
    op,
    item,
    test: body ?? { kind: 'literal', value: true, type: BOOLEAN },
  });
  return [op, { name: op, usage: `list.${op}((item) => condition)`, lambda, condition: true, optional: false }];
}

function by(op: 'sum' | 'min' | 'max' | 'unique'): readonly [string, Signature] {
  const lambda = (item: string, body: Expression | undefined): Operation => ({
    op,
    item,
    ...(body !== undefined && { by: body }),
  });
  return [
    op,
    {
      name: op,
      usage: `${op}(list) or ${op}(list, (item) => value)${op === 'min' || op === 'max' ? ", then perhaps 'wholeNumber' or 'number'" : ''}`,
      lambda,
      condition: false,
      optional: true,
    },
  ];
}

function text(value: Expression | undefined): string | undefined {
  return value?.kind === 'literal' && typeof value.value === 'string' ? value.value : undefined;
}

function number(value: Expression | undefined): number | undefined {
  return value?.kind === 'literal' && typeof value.value === 'number' ? value.value : undefined;
}

/** How a date reads, by its name; any other text is a pattern. */
export function dateForm(name: string): DateForm {
  return name === 'iso' || name === 'isoDate' || name === 'epochSeconds' || name === 'epochMillis'
    ? { kind: name }
    : { kind: 'pattern', pattern: name };
}

/** Functions: the value comes first. */
export const FUNCTIONS: ReadonlyMap<string, Signature> = new Map([
  none('number', { op: 'number' }),
  none('integer', { op: 'integer' }),
  none('string', { op: 'string' }),
  none('boolean', { op: 'boolean' }),
  none('first', { op: 'first' }, 'first(list)'),
  none('last', { op: 'last' }, 'last(list)'),
  none('count', { op: 'count' }, 'count(list)'),
  plain('round', 'round(number, digits)', ([digits]) => ({ op: 'round', digits: number(digits) ?? 0 })),
  plain('lookup', 'lookup(value, "table")', ([table]) =>
    text(table) === undefined ? undefined : { op: 'lookup', table: text(table) ?? '' },
  ),
  plain('date', 'date(value, "iso", "epochSeconds")', ([from, to]) => {
    const [one, other] = [text(from), text(to)];
    return one === undefined || other === undefined
      ? undefined
      : { op: 'date', from: dateForm(one), to: dateForm(other), zone: 'UTC' };
  }),
  plain('queryParam', 'queryParam(url, "name")', ([name]) =>
    text(name) === undefined ? undefined : { op: 'queryParam', name: text(name) ?? '' },
  ),
  none('json', { op: 'json', does: 'stringify' }),
  none('keys', { op: 'keys' }, 'keys(object)'),
  none('values', { op: 'values' }, 'values(object)'),
  none('entries', { op: 'entries' }, 'entries(object)'),
  none('fromEntries', { op: 'fromEntries' }, 'fromEntries(list)'),
  none('flatten', { op: 'flatten' }, 'flatten(lists)'),
  none('compact', { op: 'compact' }, 'compact(list)'),
  none('nonEmpty', { op: 'nonEmpty' }),
  none('urlEncode', { op: 'urlEncode' }, 'urlEncode(text)'),
  none('base64', { op: 'base64', does: 'encode' }, 'base64(text)'),
  none('isNumber', { op: 'is', kind: 'number' }),
  none('isText', { op: 'is', kind: 'string' }),
  none('isBoolean', { op: 'is', kind: 'boolean' }),
  none('isList', { op: 'is', kind: 'array' }),
  none('isObject', { op: 'is', kind: 'object' }),
  two('range', 'range(from, to)'),
  two('merge', 'merge(object, other)'),
  two('take', 'take(list, count)'),
  two('drop', 'drop(list, count)'),
  plain('removePrefix', "removePrefix(text, 'beginning')", ([prefix]) =>
    text(prefix) === undefined ? undefined : { op: 'removePrefix', text: text(prefix) ?? '' },
  ),
  plain('removeSuffix', "removeSuffix(text, 'end')", ([suffix]) =>
    text(suffix) === undefined ? undefined : { op: 'removeSuffix', text: text(suffix) ?? '' },
  ),
  by('sum'),
  by('min'),
  by('max'),
  by('unique'),
]);

/** Methods: the value is what they are called on. */
export const METHODS: ReadonlyMap<string, Signature> = new Map([
  none('trim', { op: 'trim' }, 'text.trim()'),
  none('toUpperCase', { op: 'upper' }, 'text.toUpperCase()'),
  none('toLowerCase', { op: 'lower' }, 'text.toLowerCase()'),
  plain('includes', 'text.includes(part)', ([value]) => (value === undefined ? undefined : { op: 'includes', value })),
  plain('startsWith', 'text.startsWith(part)', ([value]) =>
    value === undefined ? undefined : { op: 'startsWith', value },
  ),
  plain('endsWith', 'text.endsWith(part)', ([value]) => (value === undefined ? undefined : { op: 'endsWith', value })),
  plain('slice', 'text.slice(from, to)', ([from, to]) => {
    const [start, end] = [number(from), number(to)];
    return start === undefined ? undefined : { op: 'slice', from: start, ...(end !== undefined && { to: end }) };
  }),
  plain('split', 'text.split(",")', ([separator]) =>
    text(separator) === undefined ? undefined : { op: 'split', by: text(separator) ?? '' },
  ),
  plain('join', 'list.join(",")', ([separator]) =>
    text(separator) === undefined ? undefined : { op: 'join', with: text(separator) ?? '' },
  ),
  plain('at', 'list.at(-1)', ([index]) =>
    number(index) === undefined ? undefined : { op: 'at', index: number(index) ?? 0 },
  ),
  pad('padStart'),
  pad('padEnd'),
  plain('replaceAll', "text.replaceAll('-', '')", ([find, filler]) =>
    text(find) === undefined || text(find) === '' || text(filler) === undefined
      ? undefined
      : { op: 'replace', find: text(find) ?? '', with: text(filler) ?? '' },
  ),
  test('filter'),
  test('find'),
  test('some'),
  test('every'),
  [
    'map',
    {
      name: 'map',
      usage: 'list.map((item) => value)',
      lambda: () => ({ op: 'count' }),
      condition: false,
      optional: false,
    },
  ],
]);
