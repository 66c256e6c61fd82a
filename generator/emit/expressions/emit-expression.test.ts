import { describe, expect, test } from 'vitest';
import type { Expression, Operation } from '../../expression/expression.ts';
import { asCondition } from '../../expression/condition.ts';
import { present } from '../../shape/type-of-shape.ts';
import { Imports, printStatements, returnValue } from '../syntax/index.ts';
import {
  apply,
  BOOLEAN,
  certain,
  field,
  itemType,
  listOf,
  literal,
  modelType,
  name,
  nullable,
  NUMBER,
  objectOf,
  planOf,
  PLACE,
  STRING,
} from '../testing/plan-parts.ts';
import { emitExpression } from './emit-expression.ts';
import { Scope } from './scope.ts';

const SHAPES = new Map([
  [
    'Order',
    objectOf({
      name: STRING,
      'note?': nullable(STRING),
      'total?': NUMBER,
      tax: nullable(NUMBER),
      price: STRING,
      'paid?': BOOLEAN,
      tags: listOf(STRING),
      'codes?': listOf(STRING),
      'toString?': STRING,
      'customer?': objectOf({ email: STRING, 'phone?': STRING, address: nullable(objectOf({ city: STRING })) }),
      lines: listOf(objectOf({ sku: STRING, 'note?': STRING, qty: NUMBER, parts: listOf(objectOf({ id: STRING })) })),
      extra: { kind: 'any' },
      pages: objectOf({ data: listOf(objectOf({ id: STRING })) }),
    }),
  ],
]);
const PLAN = planOf(SHAPES, {
  tables: [
    {
      id: 'stages',
      symbol: { name: 'stages', file: 'src/tables/stages.ts' },
      place: PLACE,
      lookups: 'any',
      entries: [],
    },
  ],
});
const order = name('order', modelType('Order'));
const at = (...path: readonly string[]): Expression => path.reduce((of, step) => field(of, step, SHAPES), order);
const does = (of: Expression, ...ops: readonly Operation[]): Expression =>
  ops.reduce((value, op) => apply(value, op, SHAPES, new Map([['stages', STRING]])), of);
const binary = (left: Expression, op: '&&' | '||' | '===' | '>' | '+' | '*', right: Expression): Expression => ({
  kind: 'binary',
  op,
  left,
  right,
  type: certain(op === '+' || op === '*' ? NUMBER : BOOLEAN),
});
const isThere = (of: Expression): Expression => ({ kind: 'present', of, type: certain(BOOLEAN) });
const either = (...of: readonly Expression[]): Expression => ({
  kind: 'coalesce',
  of,
  type: of.at(-1)?.type ?? certain(STRING),
});
const line = name('item', itemType(at('lines'), SHAPES));
const each = (value: Expression, more: Partial<Extract<Expression, { kind: 'each' }>> = {}): Expression => ({
  kind: 'each',
  of: at('lines'),
  item: 'item',
  value,
  flat: false,
  type: certain(listOf(STRING)),
  ...more,
});
const item = (list: Expression, path: string): Expression => field(name('item', itemType(list, SHAPES)), path, SHAPES);

function code(expression: Expression): string {
  const scope = Scope.of({ plan: PLAN, imports: new Imports('src/mappings/a.ts') }, ['order']);
  scope.expect(expression);
  const end = returnValue(emitExpression(expression, scope));
  return printStatements([...scope.statements, end]).replaceAll(/\n\s*/g, ' ');
}

describe('a value that may be missing', () => {
  test.each<[Expression, string]>([
    [at('name'), 'return order.name;'],
    [at('customer', 'email'), 'return order.customer?.email;'],
    [at('customer', 'address', 'city'), 'return order.customer?.address?.city;'],
    [
      does(at('customer', 'email'), { op: 'trim' }, { op: 'lower' }),
      'return order.customer?.email.trim().toLowerCase();',
    ],
    [does(at('note'), { op: 'trim' }), 'return order.note?.trim();'],
    [
      does(at('total'), { op: 'round', digits: 2 }),
      'return order.total === undefined ? undefined : round(order.total, 2);',
    ],
    [
      does(at('tax'), { op: 'multiply', by: 100 }, { op: 'round', digits: 0 }),
      'return order.tax === null ? undefined : round(order.tax * 100, 0);',
    ],
    [
      does(at('note'), { op: 'trim' }, { op: 'number' }),
      'return order.note == null ? undefined : toNumber(order.note.trim());',
    ],
    [
      does(at('customer', 'phone'), { op: 'number' }),
      'const phone = order.customer?.phone; return phone === undefined ? undefined : toNumber(phone);',
    ],
    [does(at('codes'), { op: 'first' }, { op: 'upper' }), 'return order.codes?.[0]?.toUpperCase();'],
    [does(at('codes'), { op: 'count' }), 'return order.codes?.length;'],
    [either(at('note'), at('name')), 'return order.note ?? order.name;'],
    [either(at('name'), at('note')), 'return order.name;'],
    [either(at('total'), literal(0)), 'return order.total ?? 0;'],
    [
      either(does(at('note'), { op: 'lookup', table: 'stages' }), literal('none')),
      "const note = order.note == null ? undefined : stages.get(order.note); return note ?? 'none';"
        .replaceAll('const note', 'const stage')
        .replaceAll('return note', 'return stage'),
    ],
    [isThere(at('note')), 'return order.note != null;'],
    [isThere(at('name')), 'return true;'],
    [
      { kind: 'not', of: isThere(at('customer', 'email')), type: certain(BOOLEAN) },
      'return order.customer?.email === undefined;',
    ],
    [asCondition(at('paid')), 'return order.paid === true;'],
    [
      binary(
        isThere(at('note')),
        '&&',
        asCondition(does({ ...at('note'), type: present(at('note').type) }, { op: 'includes', value: literal('x') })),
      ),
      "return order.note != null && order.note.includes('x');",
    ],
    [at('toString'), "return own(order, 'toString');"],
    [field(field(at('extra'), 'a b', SHAPES), 'c', SHAPES), "return readPath(order.extra, ['a b', 'c']);"],
    [does(at('extra'), { op: 'typed', to: 'string' }), 'return stringOrUndefined(order.extra);'],
    [
      does(at('extra'), { op: 'json', does: 'stringify' }),
      'return order.extra === null ? undefined : toJson(order.extra);',
    ],
    [isThere(at('extra')), 'return order.extra != null;'],
    [{ kind: 'template', parts: ['a', at('note')], type: certain(STRING) }, "return `a${order.note ?? ''}`;"],
  ])('%#: is asked for once, and only there', (expression, text) => expect(code(expression)).toBe(text));
});

describe('an operation', () => {
  test.each<[Expression, string]>([
    [does(at('price'), { op: 'number' }, { op: 'round', digits: 2 }), 'return round(toNumber(order.price), 2);'],
    [does(at('name'), { op: 'string' }), 'return order.name;'],
    [does(at('name'), { op: 'replace', find: 'a', with: '$&' }), "return order.name.replaceAll('a', '$$&');"],
    [
      does(at('name'), { op: 'date', from: { kind: 'iso' }, to: { kind: 'epochMillis' }, zone: 'UTC' }),
      'return fromIso(order.name);',
    ],
    [
      does(at('name'), {
        op: 'date',
        from: { kind: 'pattern', pattern: 'dd.MM.yyyy' },
        to: { kind: 'isoDate' },
        zone: 'Europe/Berlin',
      }),
      "return toIsoDate(fromFormat(order.name, 'dd.MM.yyyy', 'Europe/Berlin'), 'Europe/Berlin');",
    ],
    [
      does(does(at('price'), { op: 'number' }), { op: 'add', by: -1 }, { op: 'multiply', by: 2 }),
      'return (toNumber(order.price) - 1) * 2;',
    ],
    [
      does(
        at('lines'),
        { op: 'filter', item: 'item', test: binary(item(at('lines'), 'qty'), '>', literal(0)) },
        { op: 'count' },
      ),
      'return order.lines.filter(line => line.qty > 0).length;',
    ],
    [
      does(at('lines'), {
        op: 'sum',
        item: 'line',
        by: field(name('line', itemType(at('lines'), SHAPES)), 'qty', SHAPES),
      }),
      'return sum(order.lines, line => line.qty);',
    ],
    [
      does(at('tags'), { op: 'sort', item: 'tag', order: 'descending' }),
      "return sortBy(order.tags, tag => tag, 'desc');",
    ],
    [
      does(at('pages', 'data'), {
        op: 'some',
        item: 'item',
        test: binary(item(at('pages', 'data'), 'id'), '===', literal('x')),
      }),
      "return order.pages.data.some(page => page.id === 'x');",
    ],
    [does(at('tags'), { op: 'at', index: -2 }), 'return order.tags.at(-2);'],
    [
      does(at('tags'), { op: 'unique', item: 'item' }, { op: 'join', with: ', ' }),
      "return unique(order.tags).join(', ');",
    ],
    [does(at('name'), { op: 'hash', algorithm: 'sha256' }), "return hash(order.name, 'sha256');"],
  ])('%#: is written plainly', (expression, text) => expect(code(expression)).toBe(text));
});

describe('a list', () => {
  test('goes through an expression in one pass', () =>
    expect(code(each(field(line, 'sku', SHAPES)))).toBe('return order.lines.map(line => line.sku);'));

  test('of which items are skipped is a loop, so that a test narrows', () => {
    const note = field(line, 'note', SHAPES);
    expect(code(each(note, { when: isThere(note) }))).toBe(
      'const notes: string[] = []; for (const line of order.lines) { if (line.note !== undefined) notes.push(line.note); } return notes;',
    );
  });

  test('of lists is nested loops', () => {
    const parts = field(line, 'parts', SHAPES);
    const inner: Expression = {
      kind: 'each',
      of: parts,
      item: 'item2',
      value: field(name('item2', itemType(parts, SHAPES)), 'id', SHAPES),
      flat: false,
      type: certain(listOf(STRING)),
    };
    expect(code(each(inner, { flat: true }))).toBe(
      'const ids: string[] = []; for (const line of order.lines) { for (const part of line.parts) { ids.push(part.id); } } return ids;',
    );
  });

  test('that may be missing stays missing', () => {
    const codes = at('codes');
    const code1 = name('item', itemType(codes, SHAPES));
    const value = does(code1, { op: 'queryParam', name: 'id' });
    expect(
      code({
        kind: 'each',
        of: codes,
        item: 'item',
        value,
        when: isThere(value),
        flat: false,
        type: { ...certain(listOf(STRING)), optional: true },
      }),
    ).toBe(
      "let ids: string[] | undefined; if (order.codes !== undefined) { ids = []; for (const code of order.codes) { const id = queryParam(code, 'id'); if (id !== undefined) ids.push(id); } } return ids;",
    );
  });
});

test('a list of which nothing is known is gone through if it is one', () => {
  const inner = name('item', itemType(at('extra'), SHAPES));
  const value = does(field(inner, 'id', SHAPES), { op: 'typed', to: 'string' });
  expect(
    code({
      kind: 'each',
      of: at('extra'),
      item: 'item',
      value,
      when: isThere(value),
      flat: false,
      type: { ...certain(listOf(STRING)), optional: true },
    }),
  ).toBe(
    "let ids: string[] | undefined; if (Array.isArray(order.extra)) { ids = []; for (const item of order.extra) { const id = stringOrUndefined(readPath(item, ['id'])); if (id !== undefined) ids.push(id); } } return ids;",
  );
});

describe('what repeats', () => {
  test('is bound once', () => {
    const price = does(at('price'), { op: 'number' });
    expect(
      code({ kind: 'array', items: [price, does(price, { op: 'round', digits: 1 })], type: certain(listOf(NUMBER)) }),
    ).toBe('const price = toNumber(order.price); return [price, round(price, 1)];');
  });

  test('is bound where a function would lose what was shown of it', () => {
    const total = at('total');
    const test1 = binary(item(at('lines'), 'qty'), '===', { ...total, type: present(total.type) });
    expect(code(binary(isThere(total), '&&', does(at('lines'), { op: 'some', item: 'item', test: test1 })))).toBe(
      'const total = order.total; return total !== undefined && order.lines.some(line => line.qty === total);',
    );
  });

  test('has a name of its own in each place', () => {
    const one = does(at('customer', 'phone'), { op: 'number' });
    const other = does(at('customer', 'email'), { op: 'number' });
    expect(code(binary(either(one, literal(1)), '+', either(other, literal(2))))).toBe(
      'const phone = order.customer?.phone; const phone2 = phone === undefined ? undefined : toNumber(phone); const email = order.customer?.email; const email2 = email === undefined ? undefined : toNumber(email); return (phone2 ?? 1) + (email2 ?? 2);',
    );
  });
});

describe('a branch', () => {
  test('that needs statements of its own keeps them to itself', () => {
    const phone = does(at('customer', 'phone'), { op: 'number' });
    expect(
      code({
        kind: 'conditional',
        test: asCondition(at('paid')),
        then: phone,
        else: literal(0),
        type: { ...certain(NUMBER), optional: true },
      }),
    ).toBe(
      'let choice: number | undefined; if (order.paid === true) { const phone = order.customer?.phone; choice = phone === undefined ? undefined : toNumber(phone); } else { choice = 0; } return choice;'.replaceAll(
        'choice',
        'phone2',
      ),
    );
  });

  test('on the right of && runs only where it counts', () => {
    const phone = does(at('customer', 'phone'), { op: 'number' });
    expect(code(binary(asCondition(at('paid')), '&&', binary(either(phone, literal(0)), '>', literal(1))))).toContain(
      'let holds = false; if (order.paid === true) { const phone = ',
    );
  });
});

describe('an object', () => {
  test('leaves out what is missing', () => {
    const fields = [
      { name: 'id', value: at('name'), optional: false },
      { name: 'a b', value: at('note'), optional: true },
      { name: 'phone', value: at('customer', 'phone'), optional: true },
    ];
    expect(code({ kind: 'object', fields, type: certain(objectOf({})) })).toBe(
      "const phone = order.customer?.phone; return { id: order.name, ...(order.note != null && { 'a b': order.note }), ...(phone !== undefined && { phone }) };",
    );
  });
});
