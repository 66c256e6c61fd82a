import { describe, expect, it } from 'vitest';
import { askCatalogue } from './ask.ts';
import { evalCatalogue } from './eval.ts';
import { catalogue } from './catalogue.ts';
import { checkCatalogue } from './check.ts';
import { gapCatalogue } from './gap.ts';
import { fillCatalogue } from './fill.ts';
import { internalCatalogue } from './internal.ts';
import { loadFileCatalogue } from './load-file.ts';
import { loadSchemaCatalogue } from './load-schema.ts';
import { loadSyntaxCatalogue } from './load-syntax.ts';
import { partCatalogue } from './part.ts';
import { runCatalogue } from './run.ts';
import { verifyCatalogue } from './verify.ts';
import { writeCatalogue } from './write.ts';

const ranges: readonly [string, object][] = [
  ['FR1', loadFileCatalogue],
  ['FR1', loadSyntaxCatalogue],
  ['FR1', loadSchemaCatalogue],
  ['FR2', checkCatalogue],
  ['FR3', partCatalogue],
  ['FR4', verifyCatalogue],
  ['FR5', writeCatalogue],
  ['FR6', runCatalogue],
  ['FR7', askCatalogue],
  ['FR7', gapCatalogue],
  ['FR7', fillCatalogue],
  ['FR8', evalCatalogue],
  ['FR9', internalCatalogue],
];

describe('the catalogue', () => {
  it('keeps each code in the range of its stage', () => {
    for (const [prefix, part] of ranges) {
      for (const code of Object.keys(part)) expect(code).toMatch(new RegExp(`^${prefix}\\d{3}$`));
    }
  });

  it('holds every code of every range once', () => {
    const codes = ranges.flatMap(([, part]) => Object.keys(part));
    expect(new Set(codes).size).toBe(codes.length);
    expect(Object.keys(catalogue).toSorted()).toEqual(codes.toSorted());
  });

  it('says for each what it is and why it happens, in one form', () => {
    for (const [code, { title, cause, fix }] of Object.entries(catalogue)) {
      expect(title, code).toMatch(/^[A-Z].*[^.]$/);
      expect(cause, code).toMatch(/^[A-Z].*\.$/);
      if (typeof fix === 'string') expect(fix, code).toMatch(/^[^A-Z].*[^.]$/);
    }
  });
});
