import { expect, it } from 'vitest';
import type { Issue } from '../context/issue.ts';
import { PayloadError } from '../context/errors.ts';
import { isPlainObject } from './is-plain-object.ts';
import { parser, responseParser } from './parser.ts';
import { inside, type Place, renderPlace, root } from './place.ts';
import { isFull, mostIssues, report } from './report.ts';

interface Order {
  readonly lines: readonly { readonly sku: string }[];
}

/** As the compiler writes it. */
function checkOrder(value: unknown, at: Place, issues: Issue[]): value is Order {
  if (!isPlainObject(value)) return report(issues, at, 'must be an object');
  const { lines } = value;
  if (!Array.isArray(lines)) return report(issues, inside(at, 'lines'), 'must be a list');
  let good = true;
  for (const [index, line] of lines.entries()) {
    const here = inside(inside(at, 'lines'), index);
    if (!isPlainObject(line)) good = report(issues, here, 'must be an object');
    else if (typeof line.sku !== 'string') good = report(issues, inside(here, 'sku'), 'must be text');
  }
  return good;
}

const parseOrder = parser('Order', checkOrder);
const parseOrderResponse = responseParser('Order', checkOrder);

it('lets a value through that fits, as it is', () => {
  const order = { lines: [{ sku: 'a' }] };
  expect(parseOrder(order)).toBe(order);
});

it('throws every place that does not fit', () => {
  const issues = [
    { path: 'lines[1].sku', message: 'must be text' },
    { path: 'lines[2]', message: 'must be an object' },
  ];
  const wrong = { lines: [{ sku: 'a' }, { sku: 'secret'.length }, null] };
  expect(() => parseOrder(wrong)).toThrow(PayloadError);
  expect(() => parseOrder(wrong)).toThrow(expect.objectContaining({ code: 'invalid_input', issues }));
  expect(() => parseOrder(wrong)).toThrow(
    'Order does not fit its model: lines[1].sku must be text; lines[2] must be an object',
  );
  expect(() => parseOrderResponse(wrong)).toThrow(
    expect.objectContaining({ name: 'FatalError', code: 'invalid_response', details: { model: 'Order', issues } }),
  );
  expect(() => parseOrder(null)).toThrow('Order does not fit its model: must be an object');
});

it('notes no more issues than anyone reads', () => {
  const issues: Issue[] = [];
  expect(checkOrder({ lines: Array.from({ length: 5000 }, () => 1) }, root, issues)).toBe(false);
  expect(issues).toHaveLength(mostIssues);
  expect([isFull(issues), isFull([])]).toEqual([true, false]);
  expect(() => parseOrder({ lines: Array.from({ length: 5000 }, () => 1) })).toThrow(/and 97 more$/);
});

it('writes places as a person does', () => {
  expect(renderPlace(root)).toBe('');
  expect(renderPlace(inside(root, 0))).toBe('[0]');
  expect(renderPlace(inside(inside(inside(inside(root, 'line_items'), 2), 'größe'), 'a b'))).toBe(
    'line_items[2].größe["a b"]',
  );
  expect(renderPlace(inside(root, ''))).toBe('[""]');
});
