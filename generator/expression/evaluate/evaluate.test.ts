import { expect, test } from 'vitest';
import type { Shape } from '../../shape/shape.ts';
import { checkExpression } from '../check-expression.ts';
import { EMPTY_SCOPE, variable } from '../scope.ts';
import { NUMBER, STRING } from '../types.ts';
import { evaluate } from './evaluate.ts';
import { notEvaluated } from './not-evaluated.ts';

const LINE: Shape = {
  kind: 'object',
  fields: new Map<string, { readonly shape: Shape; readonly optional: boolean }>([
    ['sku', { shape: { kind: 'string' }, optional: false }],
    ['qty', { shape: { kind: 'number', integer: true }, optional: true }],
  ]),
};
const TYPES = new Map([
  ['lines', { shape: { kind: 'array', item: LINE }, optional: false, nullable: false } as const],
  ['name', STRING],
  ['note', { ...STRING, optional: true, nullable: true }],
  ['total', NUMBER],
]);
const DATA = new Map<string, unknown>([
  ['lines', [{ sku: 'b-2', qty: 2 }, { sku: 'a-1' }]],
  ['name', ' Ada '],
  ['note', null],
  ['total', 12.345],
]);

function checked(text: string): ReturnType<typeof checkExpression> {
  const names = new Map([...TYPES].map(([name, type]) => [name, { expression: variable(name, type) }]));
  return checkExpression(text, {
    scope: { ...EMPTY_SCOPE, names },
    environment: { shapes: new Map(), tables: new Map([['stages', new Map()]]) },
  });
}

function valueOf(text: string): unknown {
  const { ok, problems } = checked(text);
  if (ok === undefined) throw new Error(JSON.stringify(problems));
  return evaluate(ok, DATA);
}

test.each([
  ["name.trim().toUpperCase() + '!'", 'ADA!'],
  ['total > 12 && !(total >= 13)', true],
  ['round(total, 2)', 12.35],
  ["(note ?? 'none').length", 4],
  ['present(note)', false],
  ["note == null ? 'no' : note.trim()", 'no'],
  ["lines.map((line) => line.sku).join(',')", 'b-2,a-1'],
  ['sum(lines, (line) => line.qty)', 2],
  ['min(lines, (line) => line.sku)', 'a-1'],
  ['max([1, 3, 2])', 3],
  ["lines.some((line) => line.qty == 2 && line.sku.startsWith('b'))", true],
  ['lines.every((line) => line.qty)', false],
  ["lines.find((line) => line.sku == 'a-1')", { sku: 'a-1' }],
  ["[...lines.map((line) => line.sku), 'c'].includes('c')", true],
  ['count(lines) == 2 && lines[1].sku == last(lines).sku', true],
  ["date('2026-03-16T10:00:00+01:00', 'iso', 'epochSeconds')", 1773651600],
  ['`${name.trim()} ${total}`', 'Ada 12.345'],
  ['-total + 12', 12 - 12.345],
  ["number('4') % 3", 1],
  ["name.split('').filter((one) => one == 'a').length", 1],
  ["keys(lines[0]).join('')", 'skuqty'],
  ['json({ a: [1], b: note })', '{"a":[1]}'],
  ["take(unique(['x', 'y', 'x']), 1)", ['x']],
  ["'a.b'.replaceAll('.', '$&')", 'a$&b'],
])('%s', (text, expected) => expect(valueOf(text)).toEqual(expected));

test('what emitted code throws is thrown', () => {
  expect(() => valueOf('number(name) > 1')).toThrow();
});

test('what needs more than the data, or makes much of little, is not evaluated', () => {
  const of = (text: string): string | undefined => {
    const { ok } = checked(text);
    return ok === undefined ? 'problem' : notEvaluated(ok);
  };
  expect(of('lines.some((line) => range(1, total).length > 2)')).toBe('range');
  expect(of("lookup(name, 'stages')")).toBe('lookup');
  expect(of('name.trim() == name')).toBeUndefined();
});
