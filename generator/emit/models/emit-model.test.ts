import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { JsonSchema } from '../../shape/json-schema.ts';
import { emitModels } from './emit-model.ts';
import { loadModels } from './testing/load-models.ts';
import { modelPlan } from './testing/plan.ts';
import { typeErrors } from './testing/type-errors.ts';

async function emitted(schema: JsonSchema): Promise<string> {
  const [file] = await emitModels([modelPlan('Order', schema)]);
  return file?.text ?? '';
}

/** What the type looks like, on one line. */
async function typeOf(schema: JsonSchema): Promise<string> {
  const text = await emitted(schema);
  return text.slice(text.indexOf('export '), text.indexOf('export function')).replaceAll(/\s+/g, ' ').trim();
}

describe('the emitted type', () => {
  test.each<[string, JsonSchema, string]>([
    [
      'is closed where the schema is silent',
      { type: 'object', properties: { a: { type: 'string' } } },
      'export interface Order { a?: string }',
    ],
    [
      'is open where the schema says so',
      { type: 'object', properties: { a: { type: 'string' } }, additionalProperties: true },
      'export interface Order { a?: string [k: string]: unknown }',
    ],
    ['has null for nullable', { type: 'string', nullable: true }, 'export type Order = (string | null)'],
    [
      'has no minimum of items',
      { type: 'array', items: { type: 'string' }, minItems: 1 },
      'export type Order = string[]',
    ],
    [
      'has a tuple with elements that may be missing',
      { type: 'array', prefixItems: [{ type: 'string' }, { type: 'number' }], items: false, minItems: 1 },
      'export type Order = [(string), (number)?]',
    ],
    [
      'takes required from allOf',
      { type: 'object', properties: { a: { type: 'string' } }, allOf: [{ required: ['a'] }] },
      'export interface Order { a: string }',
    ],
    [
      'keeps only those values of an enum that its type allows',
      { type: ['string', 'null'], enum: ['a', 1, null] },
      "export type Order = ('a' | null)",
    ],
    [
      'has no name from a title',
      { title: 'Evil', type: 'object', properties: { a: { title: 'Evil', type: 'object', properties: {} } } },
      'export interface Order { a?: { [k: string]: unknown } }',
    ],
    [
      'takes no code from tsType',
      { type: 'object', properties: { a: { type: 'string', tsType: 'any', tsEnumNames: ['x'] } } },
      'export interface Order { a?: string }',
    ],
    [
      'ignores what stands beside a reference',
      {
        type: 'object',
        properties: { a: { $ref: '#/$defs/line_item', properties: {} } },
        $defs: { line_item: { type: 'string' }, unused: {} },
      },
      'export interface Order { a?: OrderLineItem } export type OrderLineItem = string',
    ],
    [
      'has a comment for a description',
      { type: 'object', properties: { a: { description: 'End */ of\nit', type: 'string' } } },
      'export interface Order { /** * End *\\/ of * it */ a?: string }',
    ],
  ])('%s', async (_, schema, type) => {
    expect(await typeOf(schema)).toBe(type);
  });

  test("has the plan's comment before the schema's", async () => {
    const [file] = await emitModels([modelPlan('Order', { type: 'string', description: 'schema' }, 'plan')]);
    expect(file?.text).toContain('/** plan */\nexport type Order = string');
  });

  test('of another model is imported, and names that would clash get a number', async () => {
    const files = await emitModels([
      modelPlan('Order', {
        type: 'object',
        properties: { line: { $ref: '#/$defs/Line' }, other: { $ref: 'flowright:model/OrderLine' } },
        $defs: { Line: { type: 'string' } },
      }),
      modelPlan('OrderLine', { type: 'integer' }),
    ]);
    expect(files[0]?.text).toContain("import { type OrderLine, checkOrderLine } from './orderline.ts';");
    expect(files[0]?.text).toContain('export type OrderLine2 = string');
  });
});

const ORDER: JsonSchema = {
  type: 'object',
  required: ['id', 'buyer', 'total'],
  properties: {
    id: { type: 'integer' },
    total: { type: 'number', minimum: 0 },
    buyer: { type: 'object', required: ['email'], properties: { email: { type: 'string', format: 'email' } } },
    lines: { type: 'array', items: { $ref: '#/$defs/Line' } },
    point: { type: 'array', prefixItems: [{ type: 'number' }, { type: 'number' }] },
    extra: { type: 'object', additionalProperties: { type: 'string' }, properties: { n: { type: 'number' } } },
  },
  $defs: {
    Line: {
      type: 'object',
      required: ['sku'],
      properties: { sku: { type: 'string' }, parts: { type: 'array', items: { $ref: '#/$defs/Line' } } },
    },
  },
};

const USES = `
import { parseOrderPayload, type Order, type OrderLine } from './src/models/order.ts';
export const least: Order = { id: 1, total: 2, buyer: { email: 'a@b.c' } };
export const line: OrderLine = { sku: 'x', parts: [{ sku: 'y' }] };
export const parsed: Order = parseOrderPayload({});
export const x: number | undefined = least.point?.[1];
export const extra: string | number | undefined = least.extra?.['a'];
// @ts-expect-error exactOptionalPropertyTypes: left out, not undefined
export const undef: Order = { id: 1, total: 2, buyer: { email: '' }, lines: undefined };
// @ts-expect-error closed
export const more: Order = { id: 1, total: 2, buyer: { email: '' }, other: 1 };
// @ts-expect-error required
export const less: Order = { id: 1, total: 2, buyer: {} };
`;

test('types take what the schema says, and parsers throw with every place', async () => {
  const plan = modelPlan('Order', ORDER);
  const models = await loadModels([plan]);
  try {
    await writeFile(join(models.folder, 'uses.ts'), USES);
    expect(await typeErrors(models.folder)).toEqual([]);
    const parse: (value: unknown) => unknown = models.exported(plan, 'parseOrderPayload');
    const value = { id: 1, total: 2, buyer: { email: 'me@example.com' } };
    expect(parse(value)).toBe(value);
    expect(() => parse({ id: '1', buyer: {}, lines: [{ sku: 'a' }, { parts: [{}] }] })).toThrow(
      expect.objectContaining({
        code: 'invalid_input',
        issues: [
          { path: 'id', message: 'must be a number' },
          { path: 'total', message: 'is missing' },
          { path: 'buyer.email', message: 'is missing' },
          { path: 'lines[1].sku', message: 'is missing' },
          { path: 'lines[1].parts[0].sku', message: 'is missing' },
        ],
      }),
    );
    expect(() => models.exported(plan, 'parseOrderResponse')(null)).toThrow(
      expect.objectContaining({ code: 'invalid_response' }),
    );
    const large = JSON.stringify(value).replace('1', '9007199254740993');
    expect(() => parse(JSON.parse(large))).toThrow(
      expect.objectContaining({
        code: 'invalid_input',
        issues: [{ path: 'id', message: 'is too large to be held exactly' }],
      }),
    );
    expect(() => models.exported(plan, 'parseOrderResponse')(JSON.parse(large))).toThrow(
      expect.objectContaining({ code: 'invalid_response' }),
    );
  } finally {
    await models.remove();
  }
}, 30_000);

test('no text of a spec becomes code', async () => {
  const texts = [
    '*/ globalThis.pwned = 1; /*',
    "'; globalThis.pwned = 1; '",
    '"; globalThis.pwned = 1; "',
    '`${globalThis.pwned = 1}`',
    '\\',
    '\u2028globalThis.pwned = 1',
    '\n globalThis.pwned = 1',
    '__proto__',
    'constructor',
    '/* @ts-nocheck */',
    '</script>',
    '',
    '$&',
    'Flowright0Token',
    '\u202e',
    '\ud800',
    '/+(globalThis.pwned=1)+/',
  ];
  const plans = texts.map((text, index) => modelPlan(`Hostile${index}`, hostile(text), text));
  const models = await loadModels(plans);
  try {
    expect(Reflect.get(globalThis, 'pwned')).toBeUndefined();
    expect(await typeErrors(models.folder)).toEqual([]);
    for (const [index, text] of texts.entries()) {
      const plan = plans[index];
      if (plan === undefined) continue;
      const parse = models.exported(plan, `parseHostile${index}Payload`);
      const value = { own: Object.fromEntries([[text, 'x']]), choice: text, list: text, pattern: text };
      expect(parse(value)).toBe(value);
      expect(() => parse({ ...value, own: {} })).toThrow(/is missing/);
      expect(() => parse({ ...value, choice: 'another' })).toThrow(/choice must be/);
    }
  } finally {
    await models.remove();
  }
}, 30_000);

function hostile(text: string): JsonSchema {
  const escaped = text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
  return {
    title: text,
    description: text,
    tsType: text,
    $comment: text,
    type: 'object',
    required: ['own', 'choice'],
    properties: {
      own: {
        title: text,
        description: text,
        deprecated: true,
        type: 'object',
        required: [text],
        properties: Object.fromEntries([[text, { type: 'string', description: text, default: text }]]),
        additionalProperties: false,
      },
      choice: { enum: [text, { [`x${text}`]: text }], tsEnumNames: [text] },
      list: { enum: [text, 'b', 'c', 'd', 'e', 'f', 'g', 'h'] },
      pattern: { type: 'string', pattern: `^${escaped}$` },
      ref: { $ref: `#/$defs/${encodeURIComponent(text.toWellFormed()).replaceAll('~', '~0').replaceAll('%2F', '~1')}` },
    },
    patternProperties: { [`^p${escaped}`]: { const: text } },
    $defs: Object.fromEntries([[text.toWellFormed(), { type: 'string', description: text }]]),
  };
}
