import { expect, test } from 'vitest';
import type { TablePlan } from '../../ir/table.ts';
import { HOSTILE } from '../testing/hostile.ts';
import { PLACE } from '../testing/plan-parts.ts';
import { runCode } from '../testing/run-code.ts';
import { typeCheck } from '../testing/type-check.ts';
import { emitTable } from './emit-table.ts';

const table = (entries: TablePlan['entries'], symbol = 'stages', lookups: TablePlan['lookups'] = 'any'): TablePlan => ({
  lookups,
  id: symbol,
  symbol: { name: symbol, file: `src/tables/${symbol}.ts` },
  place: PLACE,
  doc: 'Stages */ of a deal.',
  entries,
});

test('a table is a map with the values that it can give', () => {
  expect(
    emitTable(
      table([
        ['paid', 'won'],
        ['void', 'lost'],
        ['refunded', 'lost'],
      ]),
    ).text,
  ).toMatchInlineSnapshot(`
    "/** Stages *\\/ of a deal. */
    export const stages: ReadonlyMap<string, 'won' | 'lost'> = new Map([
        ['paid', 'won'],
        ['void', 'lost'],
        ['refunded', 'lost']
    ]);
    "
  `);
});

test('tables of all kinds of values type-check, and targets with choices take their values', () => {
  const files = [
    table(
      [
        ['a', 'won'],
        ['b', 'lost'],
      ],
      'texts',
    ),
    table(
      [
        ['a', 1],
        ['b', -2.5],
      ],
      'numbers',
    ),
    table(
      [
        ['a', 'x'],
        ['b', 2],
        ['c', true],
        ['d', null],
      ],
      'mixed',
    ),
    table([], 'empty'),
    table(
      HOSTILE.map((text) => [text, text]),
      'hostile',
    ),
  ].map(emitTable);
  const use = `import { texts } from './tables/texts.ts';\nimport { mixed } from './tables/mixed.ts';\n
export const stage: 'won' | 'lost' | undefined = texts.get('a');\nexport const any: 'x' | 2 | true | null | undefined = mixed.get('d');\n`;
  expect(typeCheck([...files, { path: 'src/use.ts', text: use }])).toBe('');
});

test('every key finds its value, and no other key finds anything', () => {
  const { stages } = runCode(emitTable(table(HOSTILE.map((text, at) => [text, at]))).text);
  expect(stages instanceof Map && [...stages]).toEqual(HOSTILE.map((text, at) => [text, at]));
  const { stages: few } = runCode(emitTable(table([['a', 1]])).text);
  expect(few instanceof Map && few.get('constructor')).toBeUndefined();
});

test('a table that is asked for what it knows alone is an object whose keys and values TypeScript knows', () => {
  const known = table(
    [
      ['paid', 'won'],
      ['on hold', 2],
    ],
    'stages',
    'known',
  );
  expect(emitTable(known).text).toMatchInlineSnapshot(`
    "/** Stages *\\/ of a deal. */
    export const stages = {
        paid: 'won',
        'on hold': 2
    } as const;
    "
  `);
  const use = `import { stages } from './tables/stages.ts';\n
export const stage = (of: 'paid' | 'on hold'): 'won' | 2 => stages[of];\nexport const won: 'won' = stages.paid;\n`;
  expect(typeCheck([emitTable(known), { path: 'src/use.ts', text: use }])).toBe('');
});

test('a table that is asked for any text, too, has a map of the same beside it', () => {
  const both = emitTable(table([['paid', 'won']], 'stages', 'both'));
  expect(both.text).toMatchInlineSnapshot(`
    "/** Stages *\\/ of a deal. */
    export const stages = { paid: 'won' } as const;

    /** The same for any text. */
    export const stagesByText: ReadonlyMap<string, 'won'> = new Map(Object.entries(stages));
    "
  `);
  const use = `import { stages, stagesByText } from './tables/stages.ts';\n
export const won: 'won' = stages.paid;\nexport const found: 'won' | undefined = stagesByText.get('constructor');\n`;
  expect(typeCheck([both, { path: 'src/use.ts', text: use }])).toBe('');
  const { stagesByText } = runCode(both.text);
  expect(stagesByText instanceof Map && [...stagesByText]).toEqual([['paid', 'won']]);
});
