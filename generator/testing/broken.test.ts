import { cp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { buildSpecs } from '../pipeline/build-specs.ts';
import { checkSpecs } from '../pipeline/check-specs.ts';
import { copyOf, filesBelow } from './repository.ts';

const SLOW = 60_000;

/** What is wrong in each file of `fixtures/broken`: code, line and column, and the text that stands there. */
const broken: Readonly<Record<string, readonly (readonly [string, number, number, string])[]>> = {
  // The steps that use its result are not wrong.
  'dangling-mapping': [['FR2001', 62, 26, 'orderToDeals,']],
  'dangling-reference': [['FR2001', 48, 59, 'stage }']],
  'path-typo': [['FR2003', 47, 33, 'custmer.first_name']],
  several: [
    ['FR2003', 46, 37, 'mail,'],
    ['FR2004', 49, 28, 'name }'],
    ['FR2001', 63, 30, 'createDeals,'],
  ],
  'type-mismatch': [['FR2004', 45, 29, 'total_price }']],
  'unknown-key': [['FR1101', 31, 5, 'metod:']],
  // The bracket opens two lines above; it is missed where the next section begins.
  'yaml-error': [['FR1020', 39, 1, 'mappings:']],
  // It leaves the bracket around it open, too, which is not told again.
  'yaml-flow': [['FR1020', 37, 41, '}']],
};
const names = Object.keys(broken);

function errorsOf(diagnostics: readonly Diagnostic[]): readonly unknown[] {
  return diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ code, place }) => [place?.file, code, place?.line, place?.column]);
}

describe('a broken spec', () => {
  test.each(names)(
    '%s: exactly its errors, at their places, and the previous output stays as it is',
    { timeout: SLOW },
    async (name) => {
      const cwd = await copyOf('fixtures/broken');
      const fixtures = path.join(cwd, 'fixtures', 'broken');
      const spec = path.join(cwd, 'orders.integration.yaml');
      await cp(path.join(fixtures, 'sound.integration.yaml'), spec);
      const sound = await buildSpecs(['orders.integration.yaml'], { cwd, outDir: 'out' });
      expect([sound.diagnostics, sound.integrations.length]).toEqual([[], 1]);
      const before = await filesBelow(path.join(cwd, 'out'));
      expect(Object.keys(before)).toContain('orders-to-crm/src/mappings/order-to-deal.ts');

      await cp(path.join(fixtures, `${name}.integration.yaml`), spec);
      const report = await buildSpecs(['orders.integration.yaml'], { cwd, outDir: 'out' });
      const expected = broken[name] ?? [];
      expect(errorsOf(report.diagnostics)).toEqual(
        expected.map(([code, line, column]) => ['orders.integration.yaml', code, line, column]),
      );
      expect(report.integrations).toEqual([]);
      expect(await filesBelow(path.join(cwd, 'out'))).toEqual(before);
      const lines = (await readFile(spec, 'utf8')).split('\n');
      for (const [, line, column, text] of expected)
        expect(lines[line - 1]?.slice(column - 1, column - 1 + text.length)).toBe(text);

      await cp(path.join(fixtures, 'sound.integration.yaml'), spec);
      expect(await buildSpecs(['orders.integration.yaml'], { cwd, outDir: 'out' })).toMatchObject({
        diagnostics: [],
        integrations: [{ written: [], removed: [] }],
      });
    },
  );

  test(
    'does not stop the others: all broken files of one run are told, and the sound one is built',
    { timeout: SLOW },
    async () => {
      const cwd = await copyOf('fixtures/broken');
      const report = await buildSpecs(['fixtures/broken'], { cwd, outDir: 'out' });
      const expected = names.flatMap((name) =>
        (broken[name] ?? []).map(([code, line, column]) => [
          `fixtures/broken/${name}.integration.yaml`,
          code,
          line,
          column,
        ]),
      );
      expect(errorsOf(report.diagnostics)).toEqual(expected);
      expect(report.integrations.map(({ name, specFile }) => [name, specFile])).toEqual([
        ['orders-to-crm', 'fixtures/broken/sound.integration.yaml'],
      ]);
      expect(Object.keys(await filesBelow(path.join(cwd, 'out')))).toContain('orders-to-crm/src/triggers.ts');
      for (const one of report.diagnostics) {
        expect(one.fix, one.message).toBeTypeOf('string');
        expect(report.sources.get(one.place?.file ?? ''), one.message).toBeTypeOf('string');
      }
    },
  );
});

/** Words that stand for something rather than tell something, with where they begin. */
function wordsOf(text: string): readonly { readonly word: string; readonly at: number }[] {
  const telling = /^\s*#|(?:title|description|message|note|docs|text|story|trigger|logic|result|so|want): [A-Z'"]/u;
  let at = 0;
  return text.split('\n').flatMap((line) => {
    const from = at;
    at += line.length + 1;
    if (telling.test(line)) return [];
    return [...line.matchAll(/[A-Za-z_]{4,}/gu)].map((found) => ({ word: found[0], at: from + found.index }));
  });
}

describe('a slip of the pen', () => {
  test.each(['shopify-hubspot', 'stripe-warehouse'])(
    'anywhere in %s throws nothing, and every error has a place in a file that was read, and a fix',
    { timeout: SLOW },
    async (name) => {
      const cwd = await copyOf('spec/examples', 'fixtures');
      const spec = path.join(cwd, 'spec', 'examples', name, `${name}.integration.yaml`);
      const text = await readFile(spec, 'utf8');
      let told = 0;
      for (const { word, at } of wordsOf(text).filter((_, index) => index % 11 === 3)) {
        const slip = `${word.slice(0, 2)}q${word.slice(2)}`;
        await writeFile(spec, text.slice(0, at) + slip + text.slice(at + word.length));
        const { diagnostics, sources } = await checkSpecs([`spec/examples/${name}`], { cwd });
        for (const one of diagnostics) {
          const line = sources.get(one.place?.file ?? '')?.split('\n')[(one.place?.line ?? 0) - 1];
          expect(line, `${slip}: ${one.code} ${one.message}`).toBeTypeOf('string');
          expect(one.place?.column, one.message).toBeLessThanOrEqual((line?.length ?? 0) + 1);
          expect(one.fix, `${slip}: ${one.code} ${one.message}`).toBeTypeOf('string');
          expect(one.code).not.toMatch(/^FR9/u);
        }
        if (diagnostics.length > 0) told += 1;
      }
      expect(told).toBeGreaterThan(15);
    },
  );
});
