import fc from 'fast-check';
import { expect, test } from 'vitest';
import { interpretMapping } from '../testing/interpret.ts';
import { planOf, PLACE } from '../testing/plan-parts.ts';
import { RandomPlan, SHAPES } from '../testing/random-plan.ts';
import { callExport, outcomeOf, runCode } from '../testing/run-code.ts';
import { typeCheck } from '../testing/type-check.ts';
import { emitMapping } from './emit-mapping.ts';

const RUNS = Number(process.env['FUZZ_RUNS'] ?? 100);
const plan = planOf(SHAPES, {
  tables: [
    {
      id: 'stages',
      symbol: { name: 'stages', file: 'src/tables/stages.ts' },
      place: PLACE,
      lookups: 'any',
      entries: [],
    },
  ],
});
const stages = new Map([
  ['a', 'one'],
  ['A', 'two'],
  ['none', 'three'],
]);
const tape = fc.array(fc.nat(1000), { minLength: 5, maxLength: 60 });

const text = fc.constantFrom('', 'a', 'A', ' a b ', 'banana', 'none', '12');
const lines = fc.record(
  {
    sku: text,
    qty: fc.constantFrom(0, 1, 2.5),
    note: text,
    parts: fc.array(fc.record({ id: text, w: fc.constantFrom(0, 3) }, { requiredKeys: ['id'] }), { maxLength: 2 }),
    tags: fc.array(text, { maxLength: 2 }),
  },
  { requiredKeys: ['sku', 'qty', 'tags'] },
);
const source = fc.record(
  {
    name: text,
    note: fc.option(text),
    total: fc.constantFrom('0', '12.505', 'abc'),
    price: fc.constantFrom(0, 1.005, -2.5),
    qty: fc.option(fc.constantFrom(0, 3)),
    flag: fc.boolean(),
    maybe: fc.boolean(),
    'odd key': text,
    tags: fc.array(text, { maxLength: 3 }),
    more: fc.option(fc.array(text, { maxLength: 2 })),
    customer: fc.option(
      fc.record(
        { email: fc.option(text), id: text, address: fc.record({ city: text, zip: text }, { requiredKeys: ['city'] }) },
        { requiredKeys: ['id'] },
      ),
    ),
    lines: fc.array(lines, { maxLength: 3 }),
    extra: fc.array(lines, { maxLength: 2 }),
  },
  { requiredKeys: ['name', 'total', 'qty', 'flag', 'tags', 'customer', 'lines'] },
);

test('an emitted mapping does what its plan means', () => {
  fc.assert(
    fc.property(tape, fc.array(source, { minLength: 3, maxLength: 5 }), (decisions, inputs) => {
      const mapping = new RandomPlan(decisions).mapping();
      const { text: code } = emitMapping(mapping, plan);
      const exports = runCode(code, { 'stages.ts': { stages } });
      for (const input of inputs) {
        const wanted = outcomeOf(() => interpretMapping(mapping, [input], new Map([['stages', stages]])));
        // Every value is worked out once, in any order: a plan that fails may fail earlier or later, and so may what it skips.
        if ('fails' in wanted) continue;
        expect({ code, ...outcomeOf(() => callExport(exports, 'toTarget', [input])) }).toEqual({ code, ...wanted });
      }
    }),
    { numRuns: RUNS },
  );
});

test('emitted mappings type-check', () => {
  const files = fc.sample(tape, { numRuns: RUNS, seed: 7 }).map((decisions, at) => {
    const mapping = {
      ...new RandomPlan(decisions).mapping(),
      symbol: { name: 'toTarget', file: `src/mappings/m${String(at)}.ts` },
    };
    return emitMapping(mapping, plan);
  });
  const models = [
    { path: 'src/models/source.ts', text: SOURCE },
    { path: 'src/models/target.ts', text: TARGET },
    { path: 'src/tables/stages.ts', text: 'export const stages: ReadonlyMap<string, string> = new Map();' },
  ];
  // A random plan may ask twice for what it already knows (`a === true || a === true`), which TypeScript points out.
  const complaints = typeCheck([...models, ...files])
    .split('\n')
    .filter((complaint) => complaint !== '' && !complaint.includes('TS2367'));
  expect(complaints).toEqual([]);
});

const SOURCE = `
interface Line { sku: string; qty: number; note?: string; parts?: { id: string; w?: number }[]; tags: string[] }
export interface Source {
  name: string; note?: string | null; total: string; price?: number; qty: number | null; flag: boolean; maybe?: boolean; 'odd key'?: string;
  tags: string[]; more?: string[] | null; customer: { email?: string | null; id: string; address?: { city: string; zip?: string } } | null;
  lines: Line[]; extra?: Line[];
}`;

/** A field holds whatever a random plan may put there. */
const TARGET = 'export interface Target { [name: string]: any }';
