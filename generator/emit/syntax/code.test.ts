import { describe, expect, test } from 'vitest';
import * as s from './index.ts';

const [a, b, c] = [s.identifier('a'), s.identifier('b'), s.identifier('c')];
const printed = (node: Parameters<typeof s.printNode>[0]): string => s.printNode(node).replaceAll(/\s+/g, ' ');

describe('expressions', () => {
  test.each([
    [s.property(a, 'b'), 'a.b'],
    [s.property(a, 'b-c'), "a['b-c']"],
    [s.property(s.property(a, 'b', { optional: true }), 'c'), 'a?.b.c'],
    [s.method(s.property(a, 'b', { optional: true }), 'trim', [], { optional: true }), 'a?.b?.trim()'],
    [s.element(a, -1, { optional: true }), 'a?.[-1]'],
    [s.property(s.conditional(a, b, c), 'x'), '(a ? b : c).x'],
    [s.property(s.literal(1), 'x'), '(1).x'],
    [s.binary(s.binary(a, '+', b), '*', c), '(a + b) * c'],
    [s.binary(a, '-', s.binary(b, '-', c)), 'a - (b - c)'],
    [s.binary(s.binary(a, '&&', b), '??', c), '(a && b) ?? c'],
    [s.binary(a, '||', s.binary(b, '??', c)), 'a || (b ?? c)'],
    [s.binary(a, '||', s.binary(b, '&&', c)), 'a || (b && c)'],
    [s.not(s.binary(a, '===', b)), '!(a === b)'],
    [s.binary(s.conditional(a, b, c), '??', a), '(a ? b : c) ?? a'],
    [s.binary(a, '-', s.literal(-1)), 'a - -1'],
    [s.isMissing(a, { optional: true, nullable: false }), 'a === undefined'],
    [s.isMissing(a, { optional: false, nullable: true }), 'a === null'],
    [s.isPresent(a, { optional: true, nullable: true }), 'a != null'],
    [s.object([s.entry('a', a), s.entry('b', a), s.entry('c-d', b), s.spreadEntry(c)]), "{ a, b: a, 'c-d': b, ...c }"],
    [s.object([s.entry('__proto__', a)]), "{ ['__proto__']: a }"],
    [s.arrow(['a'], s.object([s.entry('a', a)])), 'a => ({ a })'],
    [
      s.arrow([{ name: 'a', type: s.keywordType('string') }], [s.returnValue(a)], { async: true }),
      'async (a: string) => { return a; }',
    ],
    [s.awaited(s.call(a, [s.spread(b)])), 'await a(...b)'],
    [s.construct(a, [b]), 'new a(b)'],
  ])('%#: prints as expected', (node, text) => expect(printed(node)).toBe(text));
});

describe('statements', () => {
  test.each([
    [s.constant('a', b, s.keywordType('number')), 'const a: number = b;'],
    [s.variable('a', s.keywordType('number')), 'let a: number;'],
    [s.ifThen(a, [s.assign(b, c)]), 'if (a) b = c;'],
    [
      s.ifThen(a, [s.returnValue(b)], [s.ifThen(b, [s.returnValue(c)])]),
      'if (a) { return b; } else if (b) { return c; }',
    ],
    [s.guarded(a, [s.ifThen(s.binary(b, '||', c), [s.assign(b, c)])]), 'if (a && (b || c)) b = c;'],
    [s.forOf('a', b, [s.perform(s.call(c, [a]))]), 'for (const a of b) { c(a); }'],
    [s.throwNew(a, [b]), 'throw new a(b);'],
  ])('%#: prints as expected', (node, text) => expect(printed(node)).toBe(text));
});

describe('types', () => {
  const order = s.referenceType('Order');
  test.each([
    [
      s.indexedType(s.nonNullable(s.indexedType(order, 'customer')), 'odd key'),
      "NonNullable<Order['customer']>['odd key']",
    ],
    [s.itemType(order), 'Order[number]'],
    [s.arrayType(s.unionType([s.keywordType('string'), s.literalType(null)])), '(string | null)[]'],
    [s.readonlyType(s.arrayType(order)), 'readonly Order[]'],
    [s.arrayType(s.readonlyType(s.arrayType(order))), '(readonly Order[])[]'],
    [s.tupleType([order], s.keywordType('string')), '[ Order, ...string[] ]'],
    [
      s.objectType([{ name: 'a b', type: order, optional: true, readonly: true }], s.keywordType('unknown')),
      "{ readonly 'a b'?: Order; [name: string]: unknown; }",
    ],
    [s.unionType([]), 'never'],
  ])('%#: prints as expected', (node, text) => expect(printed(node)).toBe(text));

  test('a name that is no identifier is no type', () =>
    expect(() => s.referenceType('string; evil')).toThrow('Not an identifier'));
});

describe('names', () => {
  test.each([
    ['total_price', 'totalPrice'],
    ['SKU', 'sku'],
    ['line items', 'lineItems'],
    ['2nd', 'value2nd'],
    ['日本', 'value'],
    ['', 'value'],
  ])('%s becomes %s', (text, name) => expect(s.toName(text)).toBe(name));

  test('are handed out once, and are never reserved words', () => {
    const names = new s.Names(['email']);
    expect([names.unique('email'), names.unique('email'), names.unique('class'), names.unique('constructor')]).toEqual([
      'email2',
      'email3',
      'class2',
      'constructor',
    ]);
  });
});
