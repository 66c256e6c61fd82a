import path from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../cli/testing/temporary-folder.ts';
import { brokenCases } from './diagnostics/broken-case.ts';
import { tellCase } from './diagnostics/examples.ts';
import { asExpected } from './diagnostics/tell.ts';

const cases = await brokenCases();

it('has many a mistake', () => {
  expect(cases.length).toBeGreaterThan(60);
});

it.each(cases)('$name is told, all of it and nothing else, at its place', async (one) => {
  await using folder = await temporaryFolder();
  const told = await tellCase(one, folder.path);
  const expected = one.expected.map(({ code, file, at, text }) =>
    at === '-' ? `${code} -` : `${code} ${file} ${at} ${text}`.trimEnd(),
  );
  expect(asExpected(told, /^FR(?:3|7004)/.test(one.name))).toEqual(expected);
  for (const { fix, message } of told.diagnostics) expect(fix, message).toMatch(/\S/);
});

it.each(cases.filter(({ fixes }) => fixes.length > 0))('$name is right with its fixes', async (one) => {
  await using folder = await temporaryFolder();
  const { diagnostics } = await tellCase(one, path.join(folder.path, 'fixed'), true);
  expect(diagnostics).toEqual([]);
});
