import { expect, it } from 'vitest';
import { nameProblem } from './spec-name.ts';

it.each(['a', 'orders', 'orders-2-crm', 'x'.repeat(80)])('takes %s', (name) => {
  expect(nameProblem(name)).toBeUndefined();
});

it.each([
  ['My Orders_v2', "call it 'my-orders-v2'"],
  ['ordersToCrm', "call it 'orders-to-crm'"],
  ['Größe', "call it 'gro-e'"],
  ['2orders', "call it 'orders'"],
  ['../up', "call it 'up'"],
  ['--', 'use lower-case letters and digits, words joined by hyphens'],
  ['', 'use lower-case letters and digits, words joined by hyphens'],
  ['x'.repeat(81), `call it '${'x'.repeat(80)}'`],
])('refuses %j and says what would do', (name, fix) => {
  expect(nameProblem(name)?.diagnostics).toMatchObject([{ code: 'FR6004', fix }]);
});
