import { format } from 'oxfmt';
import { describe, expect, test } from 'vitest';
import type { Expression } from '../../expression/expression.ts';
import type { BuildField, BuildList, BuildObject, MappingPlan } from '../../ir/mapping.ts';
import type { Field, Shape, ShapeTable } from '../../shape/shape.ts';
import type { Type, TypeRef } from '../../shape/type.ts';
import type { Referable } from '../expressions/index.ts';
import { HOSTILE } from '../testing/hostile.ts';
import { modelFile } from '../testing/model-file.ts';
import {
  apply,
  BOOLEAN,
  certain,
  field,
  itemType,
  listOf,
  literal,
  modelType,
  name,
  nullable,
  NUMBER,
  objectOf,
  PLACE,
  planOf,
  row,
  STRING,
} from '../testing/plan-parts.ts';
import { callExport, runCode } from '../testing/run-code.ts';
import { typeCheck } from '../testing/type-check.ts';
import { emitTable } from '../tables/index.ts';
import { emitMapping } from './emit-mapping.ts';

const STAGES = {
  id: 'stages',
  lookups: 'any',
  symbol: { name: 'stages', file: 'src/tables/stages.ts' },
  place: PLACE,
  entries: [
    ['paid', 'won'],
    ['voided', 'lost'],
  ],
} as const;
const STAGE: Shape = { kind: 'string', values: ['won', 'lost', 'open'] };
const ITEM = objectOf({ sku: STRING, 'quantity?': NUMBER });
const ADDRESS = objectOf({ 'city?': STRING, 'zip?': STRING });
const SHAPES: ShapeTable = new Map<string, Shape>([
  [
    'Order',
    objectOf({
      name: STRING,
      total_price: STRING,
      'note?': nullable(STRING),
      'financial_status?': STRING,
      'customer?': objectOf({ email: nullable(STRING), 'city?': STRING, 'zip?': STRING }),
      line_items: listOf(objectOf({ sku: STRING, 'quantity?': NUMBER, tags: listOf(STRING) })),
      'discounts?': listOf(STRING),
    }),
  ],
  [
    'Deal',
    objectOf({
      name: STRING,
      amount: NUMBER,
      stage: STAGE,
      source: STRING,
      'email?': STRING,
      'note?': nullable(STRING),
      'odd key?': STRING,
      'address?': ADDRESS,
      items: listOf(ITEM),
      tags: listOf(STRING),
      'discounts?': listOf(STRING),
      'big?': BOOLEAN,
    }),
  ],
]);
const PLAN = planOf(SHAPES, { tables: [STAGES] });
const order = name('order', modelType('Order'));
const at = (...path: readonly string[]): Expression => path.reduce((of, step) => field(of, step, SHAPES), order);
const does = (of: Expression, op: Parameters<typeof apply>[1]): Expression =>
  apply(of, op, SHAPES, new Map([['stages', STAGE]]));
const part = (shape: Shape, ...path: readonly string[]): Type => ({
  ...certain(shape),
  ref: path.reduce<TypeRef>((of, step) => ({ kind: 'member', of, field: step, maybe: false }), {
    kind: 'model',
    name: 'Deal',
  }),
});
const price = does(at('total_price'), { op: 'number' });
const line = name('item', itemType(at('line_items'), SHAPES));
const items: BuildList = {
  kind: 'list',
  type: part(listOf(ITEM), 'items'),
  name: 'items',
  of: at('line_items'),
  item: 'item',
  build: {
    kind: 'object',
    type: {
      ...certain(ITEM),
      ref: {
        kind: 'item',
        of: { kind: 'member', of: { kind: 'model', name: 'Deal' }, field: 'items', maybe: false },
        maybe: false,
      },
    },
    name: 'item',
    fields: [row('sku', field(line, 'sku', SHAPES)), row('quantity', field(line, 'quantity', SHAPES), 'ifPresent')],
  },
};
const address: BuildObject = {
  kind: 'object',
  type: part(ADDRESS, 'address'),
  name: 'address',
  fields: [row('city', at('customer', 'city'), 'ifPresent'), row('zip', at('customer', 'zip'), 'ifPresent')],
};
const discounts: BuildList = {
  kind: 'list',
  type: part(listOf(STRING), 'discounts'),
  name: 'discounts',
  of: at('discounts'),
  item: 'item',
  build: { kind: 'value', value: does(name('item', certain(STRING)), { op: 'trim' }) },
};
const stage: Expression = {
  kind: 'coalesce',
  of: [does(at('financial_status'), { op: 'lookup', table: 'stages' }), { ...literal('open'), type: certain(STAGE) }],
  type: certain(STAGE),
};
const tags: Expression = {
  kind: 'each',
  of: at('line_items'),
  item: 'item',
  value: field(line, 'tags', SHAPES),
  flat: true,
  type: certain(listOf(STRING)),
};
const isBig: Expression = { kind: 'binary', op: '>', left: price, right: literal(100), type: certain(BOOLEAN) };

function mappingOf(fields: readonly BuildField[], more: Partial<MappingPlan> = {}): MappingPlan {
  return {
    id: 'orderToDeal',
    symbol: { name: 'orderToDeal', file: 'src/mappings/order-to-deal.ts' },
    place: PLACE,
    doc: 'Order to deal.',
    params: [{ name: 'order', type: modelType('Order') }],
    returns: modelType('Deal'),
    target: 'deal',
    build: { kind: 'object', type: modelType('Deal'), name: 'deal', fields },
    ...more,
  };
}

const whole = mappingOf([
  row('name', { kind: 'template', parts: ['Order ', at('name')], type: certain(STRING) }),
  row('amount', does(price, { op: 'round', digits: 2 }), 'always', { note: "Without the cents' fractions" }),
  row('stage', stage),
  row('source', literal('shopify')),
  row('email', does(does(at('customer', 'email'), { op: 'trim' }), { op: 'lower' }), 'ifPresent'),
  row('note', at('note'), 'ifDefined'),
  row('odd key', at('note'), 'ifPresent', { when: isBig }),
  row('address', address, 'ifAny'),
  row('items', items),
  row('tags', tags),
  row('discounts', discounts, 'ifPresent', { note: 'As they were given' }),
  row('big', isBig),
]);

async function formatted(mapping: MappingPlan, plan: Referable = PLAN): Promise<string> {
  return (await format('a.ts', emitMapping(mapping, plan).text, { singleQuote: true, printWidth: 120 })).code;
}

function run(mapping: MappingPlan, input: unknown, plan: Referable = PLAN): unknown {
  const { stages } = runCode(emitTable(STAGES).text);
  return callExport(runCode(emitMapping(mapping, plan).text, { 'stages.ts': { stages } }), mapping.symbol.name, [
    input,
  ]);
}

describe('a mapping', () => {
  test('reads as if a person had written it', async () => {
    expect(await formatted(whole)).toMatchInlineSnapshot(`
      "import { round, toNumber } from '@flowright/runtime';
      import type { Deal } from '../models/deal.ts';
      import type { Order } from '../models/order.ts';
      import { stages } from '../tables/stages.ts';

      /** Order to deal. */
      export function orderToDeal(order: Order): Deal {
        const totalPrice = toNumber(order.total_price);
        const stage = order.financial_status === undefined ? undefined : stages.get(order.financial_status);
        const items: Deal['items'] = [];
        for (const lineItem of order.line_items) {
          const item: Deal['items'][number] = { sku: lineItem.sku };
          if (lineItem.quantity !== undefined) item.quantity = lineItem.quantity;
          items.push(item);
        }
        const tags: string[] = [];
        for (const lineItem of order.line_items) {
          for (const tag of lineItem.tags) {
            tags.push(tag);
          }
        }
        const deal: Deal = {
          name: \`Order \${order.name}\`,
          // Without the cents' fractions
          amount: round(totalPrice, 2),
          stage: stage ?? 'open',
          source: 'shopify',
          items,
          tags,
          big: totalPrice > 100,
        };
        const email = order.customer?.email;
        if (email != null) deal.email = email.trim().toLowerCase();
        if (order.note !== undefined) deal.note = order.note;
        if (totalPrice > 100 && order.note != null) deal['odd key'] = order.note;
        const address: NonNullable<Deal['address']> = {};
        const city = order.customer?.city;
        if (city !== undefined) address.city = city;
        const zip = order.customer?.zip;
        if (zip !== undefined) address.zip = zip;
        if (Object.keys(address).length > 0) deal.address = address;
        // As they were given
        if (order.discounts !== undefined) {
          const discounts: NonNullable<Deal['discounts']> = [];
          for (const discount of order.discounts) {
            discounts.push(discount.trim());
          }
          deal.discounts = discounts;
        }

        return deal;
      }
      "
    `);
  });

  test('is one literal where nothing is optional', async () => {
    const mapping = mappingOf([row('name', at('name')), row('source', literal('shopify'))]);
    expect(await formatted(mapping)).toContain("{\n  return { name: order.name, source: 'shopify' };\n}");
  });

  test('does not name a source that it does not read', async () => {
    expect(await formatted(mappingOf([row('source', literal('shopify'))]))).toContain('orderToDeal(_order: Order)');
  });

  test('type-checks', () => {
    expect(
      typeCheck([modelFile('Order', SHAPES), modelFile('Deal', SHAPES), emitTable(STAGES), emitMapping(whole, PLAN)]),
    ).toBe('');
  });

  test('fills what is there', () => {
    const input = {
      name: '#1',
      total_price: '200.005',
      note: null,
      financial_status: 'paid',
      customer: { email: ' A@B.c ', zip: '1' },
      line_items: [
        { sku: 'a', quantity: 0, tags: ['x', 'y'] },
        { sku: 'b', tags: [] },
      ],
      discounts: [' d '],
    };
    expect(run(whole, input)).toEqual({
      name: 'Order #1',
      amount: 200.01,
      stage: 'won',
      source: 'shopify',
      email: 'a@b.c',
      note: null,
      address: { zip: '1' },
      items: [{ sku: 'a', quantity: 0 }, { sku: 'b' }],
      tags: ['x', 'y'],
      discounts: ['d'],
      big: true,
    });
  });

  test('leaves out what is not', () => {
    expect(run(whole, { name: '', total_price: '0', financial_status: 'constructor', line_items: [] })).toEqual({
      name: 'Order ',
      amount: 0,
      stage: 'open',
      source: 'shopify',
      items: [],
      tags: [],
      big: false,
    });
  });

  test('calls other mappings and gaps, and only where their sources are there', async () => {
    const inner = mappingOf([], {
      id: 'inner',
      symbol: { name: 'toInner', file: 'src/mappings/to-inner.ts' },
      params: [{ name: 'text', type: certain(STRING) }],
    });
    const gap = {
      id: 'rank',
      symbol: { name: 'rank', file: 'src/logic/rank.ts' },
      place: PLACE,
      rule: '',
      schemas: { input: {}, output: {} },
      input: certain(objectOf({ total: NUMBER })),
      output: certain(NUMBER),
      inputType: 'RankInput',
      outputType: 'RankOutput',
      criteria: [],
      properties: [],
      examples: [],
    };
    const mapping = mappingOf([
      row('name', { kind: 'mapped', mapping: 'inner', args: [at('name')], type: certain(STRING) }),
      row(
        'note',
        { kind: 'mapped', mapping: 'inner', args: [at('note')], type: { ...certain(STRING), optional: true } },
        'ifPresent',
      ),
      row('amount', {
        kind: 'gap',
        gap: 'rank',
        input: { kind: 'object', fields: [{ name: 'total', value: price, optional: false }], type: gap.input },
        type: certain(NUMBER),
      }),
    ]);
    const code = await formatted(mapping, { ...PLAN, mappings: [inner], logic: [gap] });
    expect(code).toContain('{ name: toInner(order.name), amount: rank({ total: toNumber(order.total_price) }) }');
    expect(code).toContain('order.note == null ? undefined : toInner(order.note)');
  });
});

describe('a hostile text', () => {
  const names = HOSTILE.filter((text) => text !== '');
  const shapes: ShapeTable = new Map<string, Shape>([
    ['Order', { kind: 'object', fields: new Map(names.map((text) => [text, { shape: STRING, optional: true }])) }],
    [
      'Deal',
      {
        kind: 'object',
        fields: new Map(
          names.flatMap((text): [string, Field][] => [
            [text, { shape: STRING, optional: false }],
            [`${text}?`, { shape: STRING, optional: true }],
          ]),
        ),
      },
    ],
  ]);
  const plan = planOf(shapes);
  const source = name('order', modelType('Order'));
  const read = (text: string): Expression => field(source, text, shapes);
  const orElse = (text: string): Expression => ({
    kind: 'coalesce',
    of: [read(text), literal(text)],
    type: certain(STRING),
  });
  const hostile = mappingOf(
    names.flatMap((text) => [
      row(text, { kind: 'template', parts: [text, orElse(text), text], type: certain(STRING) }, 'always', {
        note: text,
      }),
      row(`${text}?`, apply(read(text), { op: 'replace', find: text, with: text }, shapes), 'ifPresent', {
        note: text,
      }),
    ]),
    { doc: names.join('\n') },
  );

  test('in every place is only ever that text', () => {
    const input: unknown = JSON.parse(JSON.stringify(Object.fromEntries(names.map((text) => [text, `<${text}>`]))));
    const output = Object(run(hostile, input, plan));
    const wanted = names.flatMap((text) => [
      [text, `${text}<${text}>${text}`],
      [`${text}?`, `<${text}>`],
    ]);
    expect(output).toEqual(Object.fromEntries(wanted));
    expect(Object.keys(output)).toHaveLength(wanted.length);
    expect(Object.getPrototypeOf(output)).toBe(Object.getPrototypeOf(run(mappingOf([]), {})));
  });

  test('is not found where it was not given, though every object has it', () => {
    expect(new Set(Object.keys(Object(run(hostile, {}, plan))))).toEqual(new Set(names));
  });

  test('leaves code that type-checks', () => {
    expect(typeCheck([modelFile('Order', shapes), modelFile('Deal', shapes), emitMapping(hostile, plan)])).toBe('');
  });
});
