import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { indexLanguage, spokenLanguage } from './language.ts';
import { formats, makeValidators } from './validators.ts';

describe('the schema of the spec language', () => {
  it('is valid, and has no unknown keywords', async () => {
    const { root } = await spokenLanguage();
    expect(() => new Ajv2020({ formats, strictTypes: false }).compile(root)).not.toThrow();
  });
});

describe('makeValidators', () => {
  const language = indexLanguage({
    $id: 'https://x.test/s.json',
    type: 'object',
    required: ['a'],
    $defs: { b: { type: 'string', minLength: 2, pattern: '^b' } },
  });

  it('finds every error of a part of the schema', () => {
    const validators = makeValidators(language);
    expect(validators.errors('#/$defs/b', 'bb')).toEqual([]);
    expect(validators.errors('#/$defs/b', 'x').map((error) => error.keyword)).toEqual(['minLength', 'pattern']);
    expect(validators.errors('#', {}).map((error) => error.keyword)).toEqual(['required']);
  });

  it('knows no part that is not there', () => {
    expect(() => makeValidators(language).errors('#/$defs/none', 1)).toThrow();
  });
});
