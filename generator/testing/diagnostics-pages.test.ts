import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { helpedCodes } from '../diagnostics/help/all-help.ts';
import { allCodes, pageOf } from '../diagnostics/help/page.ts';
import { brokenCases } from './diagnostics/broken-case.ts';
import { exampleCases, situations, tellSituation } from './diagnostics/examples.ts';
import { makePages } from './diagnostics/make-pages.ts';
import { repository } from './repository.ts';

const STALE = 'not as it would be made now: run `npm run docs:diagnostics`';

describe('every code', () => {
  it('has help in whole sentences, and no help is left over', () => {
    for (const code of allCodes()) {
      const { why, remedy } = pageOf(code);
      expect(why, `${code} has no help in generator/diagnostics/help`).toMatch(/^[A-Z`].*\.$/);
      expect(remedy.length, code).toBeGreaterThan(0);
      for (const one of remedy) expect(one, code).toMatch(/^[A-Z`].*\.$/);
    }
    expect(helpedCodes.toSorted()).toEqual(allCodes());
  });

  it('is brought about by a broken spec or a situation', async () => {
    const cases = exampleCases(await brokenCases());
    const without = allCodes().filter((code) => !cases.has(code) && situations[code] === undefined);
    expect(without, 'write fixtures/broken/cases/<code>-….yaml').toEqual([]);
  });
});

it.each(Object.entries(situations))('%s comes of its situation, alone', async (code, situation) => {
  const { diagnostics } = await tellSituation(situation);
  expect(diagnostics.map((one) => one.code)).toEqual([code]);
});

it('says on its pages, and in `flowright explain`, what is true now', async () => {
  const files = await makePages();
  for (const [file, text] of Object.entries(files)) {
    expect(await readFile(path.join(repository, file), 'utf8').catch(() => ''), `${file} is ${STALE}`).toBe(text);
  }
  const docs = await readdir(path.join(repository, 'docs/diagnostics'));
  expect(docs.filter((file) => files[`docs/diagnostics/${file}`] === undefined)).toEqual([]);
});
