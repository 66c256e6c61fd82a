import { expect, test } from 'vitest';
import { expressionPaths, templatePaths } from './expression-paths.ts';

test.each([
  ["number(total_price) > 10000 ? 'high' : 'medium'", ['total_price']],
  ["amount_remaining === 0 && status !== 'draft'", ['amount_remaining', 'status']],
  ['order.lines.filter(line => line.qty > order.min).length', ['order.lines', 'order.min']],
  ['customer?.email ?? customer.email', ['customer.email']],
  ['[{ to: { id: dealId }, name }]', ['dealId', 'name']],
  ['lines[0].sku + `x ${a.b.trim()}`', ['lines[0].sku', 'a.b']],
  ['undefined', []],
  ['not an expression', []],
])('%s', (text, paths) => {
  expect(expressionPaths(text)).toEqual(paths);
});

test('the paths of a text with values in it', () => {
  expect(templatePaths('Order {name}, {{literal}} {customer.name ?? "{x}"} {name}')).toEqual(['name', 'customer.name']);
});
