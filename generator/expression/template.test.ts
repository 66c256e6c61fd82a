import { describe, expect, test } from 'vitest';
import { checkTemplate } from './template.ts';
import { BY_NAME, toldResult } from './testing/expect-expression.ts';

const told = (text: string, keepType = false): string => toldResult(checkTemplate(text, BY_NAME, { keepType }), text);

describe('a template', () => {
  test.each([
    ['plain', '"plain"'],
    ['', '""'],
    ['a {{literal}} brace', '"a {literal} brace"'],
    ['Order {order.name}', 'string'],
    ['{order.name}', 'string'],
    ['{order.id}', 'string'],
    ['{order.id}{order.name}', 'string'],
    ["{order.paid ? '}' : '{'}", 'string'],
    ['{ order.name }', 'string'],
    ['{(order.id)}', 'string'],
    ['{`${order.name}`}', 'string'],
    ['{{{order.name}}}', 'string'],
    ['{order.nme} {order.xyz}', '[nme] no field nme on Order'],
    ['{order.note}', '[order.note] may be missing'],
    ['{order.lines}', '[order.lines] text, a number or a boolean, not list of Order.Line'],
    ['a } b', "[}] syntax: '}'"],
    ['a { b', "[{] syntax: '{' without its '}'"],
    ['{order.name', "[{] syntax: '{' without its '}'"],
    ['{order.name order.id}', "[order.id] syntax: 'order.id'"],
    ['{}', "[}] syntax: '}'"],
  ])('%s', (text, expected) => {
    expect(told(text)).toBe(expected);
  });

  test('keeps the type of its only value where that is wanted', () => {
    expect(told('{order.id}', true)).toBe('integer');
    expect(told('{order.note}', true)).toBe('string, may be missing');
    expect(told('{order.lines}', true)).toBe('list of Order.Line');
    expect(told(' {order.id}', true)).toBe('string');
  });
});
