import { describe, expect, test } from 'vitest';
import type { Shape } from '../../shape/shape.ts';
import { present } from '../../shape/type-of-shape.ts';
import type { Type } from '../../shape/type.ts';
import { Imports, printNode } from '../syntax/index.ts';
import {
  BOOLEAN,
  certain,
  field,
  itemType,
  listOf,
  modelType,
  name,
  nullable,
  NUMBER,
  objectOf,
  planOf,
  STRING,
} from '../testing/plan-parts.ts';
import { typeNode, type TypeOptions } from './type-node.ts';

const STATUS: Shape = { kind: 'string', values: ['paid', "it's"] };
const SHAPES = new Map<string, Shape>([
  [
    'Order',
    objectOf({
      status: STATUS,
      'customer?': nullable(objectOf({ 'level?': STATUS, email: STRING })),
      'notes?': listOf(objectOf({ text: STRING })),
      lines: listOf({ kind: 'ref', to: 'Order#/$defs/Line' }),
      parent: nullable({ kind: 'ref', to: 'Order#/$defs/Parent' }),
    }),
  ],
  ['Order#/$defs/Line', objectOf({ sku: STRING, kind: STATUS })],
  ['Order#/$defs/Parent', objectOf({ id: STRING })],
  ['Order#/$defs/Loose', objectOf({ 'next?': { kind: 'ref', to: 'Order#/$defs/Loose' } })],
]);
const PLAN = planOf(SHAPES);
const order = name('order', modelType('Order'));
const print = (type: Type, options?: TypeOptions): string =>
  printNode(typeNode(type, { plan: PLAN, imports: new Imports('src/a.ts') }, options)).replaceAll(/\s+/g, ' ');
const typeAt = (...path: readonly string[]): Type => path.reduce((of, step) => field(of, step, SHAPES), order).type;

describe('a type', () => {
  test.each<[Type, string]>([
    [modelType('Order'), 'Order'],
    [{ ...modelType('Order'), optional: true }, 'Order | undefined'],
    [typeAt('status'), "Order['status']"],
    [typeAt('customer'), "Order['customer']"],
    [{ ...typeAt('customer'), optional: false, nullable: false }, "NonNullable<Order['customer']>"],
    [typeAt('customer', 'level'), "NonNullable<Order['customer']>['level']"],
    [typeAt('customer', 'email'), 'string | undefined'],
    [itemType(field(order, 'lines', SHAPES), SHAPES), "Order['lines'][number]"],
    [
      itemType({ ...field(order, 'notes', SHAPES), type: present(typeAt('notes')) }, SHAPES),
      "NonNullable<Order['notes']>[number]",
    ],
    [modelType('Order#/$defs/Parent'), "NonNullable<Order['parent']>"],
    [modelType('Order#/$defs/Loose'), '{ next?: unknown; }'],
    [certain(STATUS), `'paid' | "it's"`],
    [{ ...certain(NUMBER), optional: true, nullable: true }, 'number | null | undefined'],
    [certain(objectOf({ 'a-b?': BOOLEAN, c: listOf(nullable(STRING)) })), "{ 'a-b'?: boolean; c: (string | null)[]; }"],
    [
      certain({ kind: 'object', fields: new Map([['id', { shape: STRING, optional: false }]]), rest: NUMBER }),
      '{ id: string; [name: string]: number | string | undefined; }',
    ],
    [certain({ kind: 'array', item: NUMBER, prefix: [STRING] }), '[ string, ...number[] ]'],
    [{ ...certain({ kind: 'any' }), optional: true, nullable: true }, 'unknown'],
    [{ shape: { kind: 'null' }, optional: false, nullable: true }, 'null'],
  ])('%#: is written as a person would', (type, text) => expect(print(type)).toBe(text));

  test('of an input is not written to', () => {
    expect(print(certain(objectOf({ a: listOf(NUMBER) })), { readonly: true })).toBe(
      '{ readonly a: readonly number[]; }',
    );
  });
});
