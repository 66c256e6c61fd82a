import { expect, test } from 'vitest';
import { mappingText, specText } from '../../check/testing/spec-text.ts';
import { emitIntegration } from '../../emit/emit-integration.ts';
import { HOSTILE } from '../../emit/testing/hostile.ts';
import { typeCheck } from '../../emit/testing/type-check.ts';
import { contractIn, planIn } from '../testing/contracts-in.ts';
import { contractHash } from './contract-hash.ts';
import { contractsOf } from './contracts-of.ts';

/** The gap `priority` in the first row of a mapping from Source, which has its inputs, to Target. */
function logicText(input: string, output: string, more: Readonly<Record<string, string>> = {}, rest = ''): string {
  return mappingText(input, `{ level: ${output} }`, ['{ to: level, logic: priority }'], {
    models: more,
    logic:
      `priority:\n  rule: 'Orders over 10,000 are high.'\n  input: ${input}\n  output: ${output}\n${rest}`.trimEnd(),
  });
}

const ORDER =
  "{ fields: { id: integer, 'note?': { type: string, maxLength: 20, description: What the buyer said. }, lines: [Line], status: \"'open' | 'paid' | null\" } }";
const LINE = '{ fields: { sku: string, tags: [string] } }';

test('a contract has the types of all that the gap is given and makes', async () => {
  const contract = await contractIn(
    logicText('{ order: Order, at: datetime }', `"'low' | 'high'"`, { Order: ORDER, Line: LINE }),
  );
  expect(contract.types).toMatchInlineSnapshot(`
    "interface Line {
      readonly sku: string;
      readonly tags: readonly string[];
    }

    interface Order {
      readonly id: number;
      readonly lines: readonly Line[];
      /** What the buyer said. */
      readonly note?: string;
      readonly status: 'open' | 'paid' | null;
    }

    export interface PriorityInput {
      readonly at: string;
      readonly order: Order;
    }

    export type PriorityOutput = 'low' | 'high';
    "
  `);
  expect(contract.signature).toBe('export function priority(input: PriorityInput): PriorityOutput');
});

test('what is both given and made is readonly as an input and can be written to as an output', async () => {
  const contract = await contractIn(logicText('{ order: Order }', 'Order', { Order: ORDER, Line: LINE }));
  expect(contract.types).toMatchInlineSnapshot(`
    "interface ReadonlyLine {
      readonly sku: string;
      readonly tags: readonly string[];
    }

    interface ReadonlyOrder {
      readonly id: number;
      readonly lines: readonly ReadonlyLine[];
      /** What the buyer said. */
      readonly note?: string;
      readonly status: 'open' | 'paid' | null;
    }

    interface Line {
      sku: string;
      tags: string[];
    }

    interface Order {
      id: number;
      lines: Line[];
      /** What the buyer said. */
      note?: string;
      status: 'open' | 'paid' | null;
    }

    export interface PriorityInput {
      readonly order: ReadonlyOrder;
    }

    export type PriorityOutput = Order;
    "
  `);
});

test('schemas are self-contained and keep limits and formats', async () => {
  const { inputSchema, outputSchema } = await contractIn(
    logicText('{ order: Order, at: datetime }', 'Line', { Order: ORDER, Line: LINE }),
  );
  expect(inputSchema).toMatchObject({
    properties: { order: { $ref: '#/$defs/Order' }, at: { type: 'string', format: 'date-time' } },
    $defs: {
      Order: { properties: { note: { maxLength: 20 }, lines: { items: { $ref: '#/$defs/Line' } } } },
      Line: { required: ['sku', 'tags'] },
    },
  });
  expect(outputSchema).toMatchObject({ $ref: '#/$defs/Line', $defs: { Line: {} } });
});

test('a rule of a row has the types of its row', async () => {
  const text = mappingText('{ total: number, name: string }', "{ level: \"'a' | 'b'\" }", [
    '{ to: level, rule: Big ones are a., with: { total: total } }',
  ]);
  const { gap, rule, types } = await contractIn(text);
  expect({ gap, rule, types }).toMatchInlineSnapshot(`
    {
      "gap": "convertLevel",
      "rule": "Big ones are a.",
      "types": "export interface ConvertLevelInput {
      readonly total: number;
    }

    export type ConvertLevelOutput = 'a' | 'b';
    ",
    }
  `);
});

test('a model called like a type of the language has another name', async () => {
  const { types } = await contractIn(
    logicText('{ map: Map }', 'Map', { Map: '{ fields: { date: Date } }', Date: '{ fields: { day: date } }' }),
  );
  expect(types).toContain('interface ReadonlyMapModel {\n  readonly date: ReadonlyDateModel;');
});

test('what a gap makes fits the models, and what models say can be given to it', async () => {
  const exotic = [
    { type: 'object', properties: { a: { type: 'string' } }, patternProperties: { '^x': { type: 'integer' } } },
    {
      type: 'object',
      additionalProperties: { type: 'array', items: { type: 'number' } },
      properties: { n: { const: { a: [1, null] } } },
    },
    { type: 'array', prefixItems: [{ type: 'string' }, { enum: [1, 'x', null] }], minItems: 1 },
    {
      type: 'object',
      properties: { a: { type: 'string' } },
      allOf: [
        { required: ['a'] },
        { anyOf: [{ type: 'object', properties: { b: { type: 'null' } } }, { type: 'object' }] },
      ],
    },
    { type: 'object', nullable: true, properties: { self: { $ref: '#/models/Model' } } },
    {
      type: 'object',
      definitions: {
        Part: { type: 'object', properties: { parts: { type: 'array', items: { $ref: '#/definitions/Part' } } } },
      },
      properties: { part: { $ref: '#/definitions/Part' } },
    },
    { type: 'object' },
  ];
  for (const model of exotic) {
    const plan = await planIn(logicText('{ given: Model }', 'Model', { Model: JSON.stringify(model) }));
    const [contract] = await contractsOf(plan);
    const files = await emitIntegration(plan);
    const models = files.filter(({ path }) => path.startsWith('src/models/'));
    const gap = {
      path: 'src/gap.ts',
      text: `${contract?.types ?? ''}\n${contract?.signature ?? ''} { throw new Error(typeof input); }`,
    };
    const use = {
      path: 'src/use.ts',
      text: "import type { Model } from './models/model.ts';\nimport { priority } from './gap.ts';\nexport const use = (given: Model): Model => priority({ given });",
    };
    expect(typeCheck([...models, gap, use], 'runtime/index.ts'), JSON.stringify(model)).toBe('');
  }
});

test('no text of a spec becomes code in the types', async () => {
  const input = {
    type: 'object',
    properties: Object.fromEntries(HOSTILE.map((text) => [text, { description: text, enum: [text] }])),
    $defs: Object.fromEntries(HOSTILE.map((text) => [text, { type: 'string' }])),
    required: HOSTILE,
  };
  const plan = await planIn(logicText('{ a: string }', 'string'));
  const logic = plan.logic.map((one) => ({ ...one, schemas: { input, output: { const: HOSTILE } } }));
  const [contract] = await contractsOf({ ...plan, logic });
  const gap = `${contract?.types ?? ''}\n${contract?.signature ?? ''} { throw new Error(typeof input); }`;
  expect(typeCheck([{ path: 'src/gap.ts', text: gap }])).toBe('');
});

test('the hash is that of what a fill has to keep, whatever the order of keys', async () => {
  const one = await contractIn(logicText('{ a: string, b: number }', 'string'));
  const same = { ...one, place: { ...one.place, line: 99 }, types: 'another print' };
  expect(contractHash(same)).toBe(contractHash(one));
  expect(contractHash({ ...one, rule: 'Another rule.' })).not.toBe(contractHash(one));
  const attachments = [
    { file: 'b.md', sha256: '2' },
    { file: 'a.md', sha256: '1' },
  ];
  expect(contractHash(one, attachments)).toBe(contractHash(one, attachments.toReversed()));
  expect(contractHash(one, attachments)).not.toBe(contractHash(one));
});

test('an integration without gaps has no contracts', async () => {
  expect(await contractsOf(await planIn(specText({})))).toEqual([]);
});

test('a condition of a criterion is part of the hash, and a contract without one hashes as ever', async () => {
  const text = (criterion: string): string =>
    logicText('{ total: number }', 'string', {}, `  criteria:\n    - ${criterion}\n`);
  const [plain, one, other] = await Promise.all(
    [
      'Never empty.',
      '{ text: Never empty., holds: "output != \'\'" }',
      '{ text: Never empty., holds: "output != \'-\'" }',
    ].map(async (criterion) => contractIn(text(criterion))),
  );
  if (plain === undefined || one === undefined || other === undefined) throw new Error('three contracts');
  expect([plain, one].map(({ criteria }) => criteria)).toEqual([['Never empty.'], ['Never empty.']]);
  expect(plain).not.toHaveProperty('properties');
  const { properties: _, ...without } = one;
  expect(contractHash(without)).toBe(contractHash(plain));
  expect(new Set([plain, one, other].map((contract) => contractHash(contract))).size).toBe(3);
});
