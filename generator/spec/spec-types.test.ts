import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { readSchema } from './schema-file.ts';
import { specTypes } from './spec-types.ts';

describe('the types of a spec', () => {
  it('are those of the schema (else run `npm run schema:types`)', async () => {
    const committed = await readFile(new URL('types.ts', import.meta.url), 'utf8');
    expect(await specTypes(await readSchema())).toBe(committed);
  });
});
