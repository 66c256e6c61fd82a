import { expect, test } from 'vitest';
import { fittingColumns } from './fitting-columns.ts';

const LINES = [
  ['one', '\u001B[32mok\u001B[39m', 'orders.yaml:12', 'by hand'],
  ['another', 'missing', 'orders.yaml:25', ''],
];

test.each([
  [true, 80, ['one      \u001B[32mok\u001B[39m       orders.yaml:12  by hand', 'another  missing  orders.yaml:25']],
  [true, 34, ['one      \u001B[32mok\u001B[39m       orders.yaml:12', 'another  missing  orders.yaml:25']],
  [true, 20, ['one      \u001B[32mok\u001B[39m', 'another  missing']],
  [true, 5, ['one      \u001B[32mok\u001B[39m', 'another  missing']],
  [false, 5, ['one      \u001B[32mok\u001B[39m       orders.yaml:12  by hand', 'another  missing  orders.yaml:25']],
])('a terminal (%s) of %i columns gets what fits it', (isTTY, width, expected) => {
  expect(fittingColumns(LINES, { isTTY, columns: width }, 2)).toEqual(expected);
});
