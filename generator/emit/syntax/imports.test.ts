import { expect, test } from 'vitest';
import { Imports } from './imports.ts';
import { relativeSpecifier } from './relative-specifier.ts';
import { printNode } from './print.ts';

const textOf = (imports: Imports): string => imports.declarations().map(printNode).join('\n');

test('imports are merged per module and sorted, packages first', () => {
  const imports = new Imports('src/mappings/a.ts');
  imports.useType({ name: 'Order', file: 'src/models/order.ts' });
  imports.use({ name: 'b', file: 'src/mappings/b.ts' });
  imports.useRuntime('toNumber');
  imports.useRuntime('round');
  imports.useRuntimeType('Context');
  imports.use({ name: 'parseOrder', file: 'src/models/order.ts' });
  expect(textOf(imports)).toBe(`import { type Context, round, toNumber } from '@flowright/runtime';
import { type Order, parseOrder } from '../models/order.ts';
import { b } from './b.ts';`);
});

test('a module that is imported for its types alone is a type import', () => {
  const imports = new Imports('src/mappings/a.ts');
  imports.useType({ name: 'Order', file: 'src/models/order.ts' });
  expect(textOf(imports)).toBe("import type { Order } from '../models/order.ts';");
});

test('a type that turns out to be used as a value is imported as one', () => {
  const imports = new Imports('src/mappings/a.ts');
  imports.useType({ name: 'Thing', file: 'src/thing.ts' });
  imports.use({ name: 'Thing', file: 'src/thing.ts' });
  expect(textOf(imports)).toBe("import { Thing } from '../thing.ts';");
});

test('what the file itself declares is not imported', () => {
  const imports = new Imports('src/mappings/a.ts', ['a']);
  expect(imports.use({ name: 'a', file: 'src/mappings/a.ts' }).text).toBe('a');
  expect(textOf(imports)).toBe('');
});

test('a name that is taken is imported under another one', () => {
  const imports = new Imports('src/mappings/a.ts', ['round']);
  imports.reserve('sum');
  expect([imports.useRuntime('round').text, imports.useRuntime('sum').text, imports.useRuntime('round').text]).toEqual([
    'round2',
    'sum2',
    'round2',
  ]);
  expect(textOf(imports)).toBe("import { round as round2, sum as sum2 } from '@flowright/runtime';");
});

test.each([
  ['src/main.ts', 'src/triggers.ts', './triggers.ts'],
  ['src/workflows/a.ts', 'src/models/order.ts', '../models/order.ts'],
  ['test/a.test.ts', 'src/main.ts', '../src/main.ts'],
])('from %s, %s is %s', (from, to, specifier) => expect(relativeSpecifier(from, to)).toBe(specifier));
