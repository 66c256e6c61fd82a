import { expect, it } from 'vitest';
import { diagnostic } from '../diagnostic.ts';
import { renderJson } from './json.ts';

it('prints sorted, stable JSON', () => {
  const place = { file: 'b', line: 1, column: 2, endLine: 1, endColumn: 3 };
  const diagnostics = [diagnostic('FR3001', { what: 'model', name: 'M' }, place), diagnostic('FR1007', { file: 'a' })];
  expect(JSON.parse(renderJson(diagnostics))).toEqual({
    version: 1,
    errors: 1,
    warnings: 1,
    diagnostics: [
      { code: 'FR1007', severity: 'error', message: "'a' is empty", fix: 'write the content, or remove the file' },
      {
        code: 'FR3001',
        severity: 'warning',
        message: "nothing uses the model 'M'",
        place,
        fix: 'use it, or remove it',
      },
    ],
  });
  expect(renderJson(diagnostics)).toBe(renderJson(diagnostics.toReversed()));
});
