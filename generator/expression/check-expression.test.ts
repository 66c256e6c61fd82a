import { describe, expect, test } from 'vitest';
import { checkExpression } from './check-expression.ts';
import { AS_ROOT, BY_NAME, toldResult } from './testing/expect-expression.ts';

const byName = (text: string): string => toldResult(checkExpression(text, BY_NAME), text);
const asRoot = (text: string): string => toldResult(checkExpression(text, AS_ROOT), text);

describe('what an expression may say, and its type', () => {
  test.each([
    ['order.name', 'string'],
    ['order["odd key"]', 'string'],
    ['order.lines[0].sku', 'string, may be missing'],
    ['order.lines[-1].price', 'number or null, may be missing'],
    ['order.customer.email', 'string, may be missing'],
    ['order.customer?.email', 'string, may be missing'],
    ['order.extra.a.b', 'any or null, may be missing'],
    ['order.name.length', 'integer'],
    ['order.tags.length', 'integer'],
    ["'a'", '"a"'],
    ['[order.note, order.name]', 'list of string'],
    ['order.lines.map((line) => line.qty)', 'list of integer'],
    ['{ [order.name]: order.id }', 'object'],
    ['{ [order.name]: order.id }[order.name]', 'integer, may be missing'],
    ['-1.5', '-1.5'],
    ['-order.id', 'integer'],
    ['null', 'null'],
    ['`${order.name}/${order.id}`', 'string'],
    ['order.id + 1', 'integer'],
    ['order.id / 2', 'number'],
    ['order.total % 2', 'number'],
    ['order.name + order.id', 'string'],
    ['order.total > 3', 'boolean'],
    ["order.name < 'b'", 'boolean'],
    ["order.state === 'paid'", 'boolean'],
    ["order.state == 'paid'", 'boolean'],
    ['order.note === null', 'boolean'],
    ['!order.note', 'boolean'],
    ["order.note ?? 'none'", 'string'],
    ['order.note ?? order.email', 'string or null'],
    ["order.name ?? 'none'", 'string'],
    ["null ?? 'none'", '"none"'],
    ["order.paid ? 'a' : 'b'", '"a" | "b"'],
    ['order.paid ? order.note : null', 'string or null, may be missing'],
    ['{ a: order.id, "b-c": [order.name] }', 'object'],
    ['[1, 2]', 'list of 1 | 2'],
    ['[order.email, null]', 'list of string or null'],
    ['order.name.trim().toLowerCase()', 'string'],
    ['order.note.trim()', 'string, may be missing'],
    ["order.name.split(',')", 'list of string'],
    ["order.tags.join(', ')", 'string'],
    ["order.tags.includes('a')", 'boolean'],
    ["order.name.startsWith('a') && order.name.endsWith('b')", 'boolean'],
    ['order.lines.map((line) => line.sku)', 'list of string'],
    ['order.lines.map((line) => ({ sku: line.sku, name: order.name }))', 'list of object'],
    ['order.lines.filter((line) => line.price)', 'list of Order.Line'],
    ['order.lines.some((line) => line.price)', 'boolean'],
    ['order.lines.find((line) => line.price).price', 'number or null, may be missing'],
    ['order.lines.at(-1).sku', 'string, may be missing'],
    ['sum(order.lines, (line) => line.qty)', 'number'],
    ['max(order.lines, (line) => line.qty)', 'integer, may be missing'],
    ['count(order.lines)', 'integer'],
    ['first(order.tags)', 'string, may be missing'],
    ['round(order.total, 2)', 'number'],
    ['round(order.total)', 'integer'],
    ['number(order.name)', 'number'],
    ["lookup(order.name, 'stages')", '"won" | "lost", may be missing'],
    ["date(order.name, 'iso', 'epochSeconds')", 'integer'],
    ['present(order.note)', 'boolean'],
    ['(order.total)', 'number'],
    ['(order.id + 1) * (order.total ?? 0)', 'number'],
    ['(order.paid ? 1 : 2)', '1 | 2'],
  ])('%s', (text, type) => {
    expect(byName(text)).toBe(type);
  });
});

describe('what a test has shown to be there is there', () => {
  test.each([
    ['order.note && order.note.length > 3', 'boolean'],
    ['order.note !== null && order.note.length > 3', 'boolean'],
    ['!order.note || order.note.length > 3', 'boolean'],
    ['order.note ? order.note.trim() : order.name', 'string'],
    ['!order.note ? order.name : order.note', 'string'],
    ['present(order.customer) ? order.customer.email : order.name', 'string'],
    ['order.customer && order.customer.age && order.customer.age > 18', 'boolean'],
    ['order.note || order.note.length > 3', '[order.note.length] may be missing'],
    ['order.note ? order.name : order.note.length > 3', '[order.note.length] may be missing'],
  ])('%s', (text, type) => {
    expect(byName(text)).toBe(type);
  });
});

test('a line break within quotes is one, whatever else the text has', () => {
  for (const text of ['a\nb', 'a\u2028b\nc', '\ue000\n\ue001']) {
    const checked = checkExpression(`'${text}'`, BY_NAME);
    expect(checked.ok).toMatchObject({ kind: 'literal', value: text });
  }
});

describe('what an expression may not say, and where', () => {
  test.each([
    ['order.nme', '[nme] no field nme on Order'],
    ['order.lines[0].sk', '[sk] no field sk on Order.Line'],
    ['ordr.name', '[ordr] unknownName ordr'],
    ['order.name.first', '[first] an object with fields, not string'],
    ['order.name[0]', '[0] a list, not string'],
    ['order.note.length > 1', '[order.note.length] may be missing'],
    ['order.note + order.nme', '[nme] no field nme on Order'],
    ['order.x + order.y', '[x] no field x on Order; [y] no field y on Order'],
    ['order.total + true', '[order.total + true] two numbers or two texts, not number + true'],
    [
      "order.state === 'payd'",
      '[order.state === \'payd\'] two values that can be equal, not "open" | "paid" === "payd"',
    ],
    [
      'order.lines === order.lines',
      '[order.lines === order.lines] two values that can be equal, not list of Order.Line === list of Order.Line',
    ],
    ['-order.name', '[order.name] a number, not string'],
    ['-order.note', '[order.note] may be missing'],
    ['order.total && order.name.foo()', '[foo] unknownName foo'],
    ['round(order.name)', '[order.name] a number, not string'],
    ['rond(order.total)', '[rond] unknownName rond'],
    ["lookup(order.name, 'stags')", "['stags'] unknownTable stags"],
    ['lookup(order.name, order.name)', '[lookup(order.name, order.name)] notAllowed: a call with these arguments'],
    ['order.tags.includes(1)', '[order.tags] a value that the list can hold, not 1 in a list of string'],
    ['order.name.includes(order.note)', '[order.name] text to search for, not string, may be missing'],
    ['order.a[', '[[] syntax: the end of the text'],
    ['order.name)', "[)] syntax: ')'"],
    ['order.name order.id', "[order.id] syntax: 'order.id'"],
    ['', '[] syntax: the end of the text'],
    ['order.constructor', "[constructor] notAllowed: 'constructor'"],
    ['order["__proto__"]', '["__proto__"] notAllowed: \'__proto__\''],
    ['order.name.constructor("x")', '[constructor] unknownName constructor'],
    ['{ __proto__: order }', "[__proto__: order] notAllowed: '__proto__'"],
    ['prototype', "[prototype] notAllowed: 'prototype'"],
    ['order[order.name]', '[order[order.name]] notAllowed: a computed key'],
    ['{ [order.note]: 1 }', '[[order.note]: 1] the name of a member, a text, not string, may be missing'],
    ['order.name = 1', '[order.name = 1] notAllowed: an assignment'],
    ['order.id++', "[order.id++] notAllowed: '++' and '--'"],
    ['new Date()', "[new Date()] notAllowed: 'new'"],
    ['this', "[this] notAllowed: 'this'"],
    ['() => 1', '[() => 1] notAllowed: a function, except within some, every, filter, find and map,'],
    ['(function () {})', '[function () {}] notAllowed: a function'],
    ['import("fs")', '[import("fs")] notAllowed: \'import\''],
    ['import.meta', "[import.meta] notAllowed: 'import'"],
    ['a, b', '[a, b] notAllowed: a comma'],
    ['(order, order)', '[order, order] notAllowed: a comma'],
    ['tag`x`', '[tag`x`] notAllowed: a tagged template'],
    ['/a/', '[/a/] notAllowed: a regular expression'],
    ['10n', '[10n] notAllowed: a regular expression'],
    ['[...order.name]', '[order.name] a list, not string'],
    ['[, 1]', '[[, 1]] notAllowed: a hole in a list'],
    ['{ ...order }', '[{ ...order }] notAllowed: a spread, or a computed key beside others, in an object'],
    [
      '{ get a() { return 1 } }',
      '[{ get a() { return 1 } }] notAllowed: a spread, or a computed key beside others, in an object',
    ],
    ['typeof order', "[typeof order] notAllowed: 'typeof'"],
    ['order.id ** 2', "[order.id ** 2] notAllowed: '**'"],
    ['"a" in order', '["a" in order] notAllowed: \'in\''],
    ['process.exit()', '[exit] unknownName exit'],
    ['globalThis', '[globalThis] unknownName globalThis'],
    [
      'order.lines.map((line, index) => index)',
      '[order.lines.map((line, index) => index)] notAllowed: a call with these arguments',
    ],
    [
      'order.lines.map((line) => { return line })',
      '[order.lines.map((line) => { return line })] notAllowed: a call with these arguments',
    ],
  ])('%s', (text, told) => {
    expect(byName(text)).toBe(told);
  });
});

describe('with one source, names are its fields', () => {
  test.each([
    ['name', 'string'],
    ['total > 3 && paid', 'boolean'],
    ['lines.map((line) => line.sku)', 'list of string'],
    ['nme', '[nme] no field nme on Order'],
    ['constructor', "[constructor] notAllowed: 'constructor'"],
    ['toString', '[toString] no field toString on Order'],
  ])('%s', (text, type) => {
    expect(asRoot(text)).toBe(type);
  });
});
