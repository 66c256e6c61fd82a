import { describe, expect, test } from 'vitest';
import { describeSchema } from '../testing/describe-schema.ts';
import { checkText, problemsOf } from '../testing/check-text.ts';

const spec = (models: string): string => `
flowright: 1
name: likes
systems: { shop: { baseUrl: https://shop.example.com } }
models:
${models.trim().replaceAll(/^/gm, '  ')}
workflows:
  run: { trigger: { manual: { input: Target } }, steps: [{ return: null }] }
`;

async function schemaOf(models: string): Promise<unknown> {
  const { checked, diagnostics } = await checkText(spec(models));
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return describeSchema(checked?.models.find(({ name }) => name === 'Target')?.schema);
}

const base = `
Money: { fields: { amount: number | null, currency: string } }
Base:
  fields:
    id: integer
    name: string | null
    state: { enum: [open, null] }
    price: { nullable: true, fields: { value: string | null, tax?: Money } }
    tags: [string | null]
`;

describe('a model like another', () => {
  test('has its fields, some, or all but some, and its own in their place', async () => {
    expect(
      await schemaOf(`${base}Target: { like: Base, only: [id, name], fields: { id: string, note?: string } }`),
    ).toBe('id: string, name: null | string, note?: string');
    expect(await schemaOf(`${base}Target: { like: Base, except: [price, tags, state] }`)).toBe(
      'id: integer, name: null | string',
    );
  });

  test('has no nulls at any depth where they are omitted; what may be null may be absent', async () => {
    expect(await schemaOf(`${base}Target: { like: Base, nulls: omit }`)).toBe(
      'id: integer, name?: string, price?: {tax?: {amount?: number, currency: string}, value?: string}, state?: "open", tags: [string]',
    );
  });

  test('can be like one that is like another, and have other members where that has', async () => {
    expect(
      await schemaOf(
        "Base: { fields: { a: string | null, '*': any } }\nMiddle: { like: Base, nulls: omit }\nTarget: { like: Middle }",
      ),
    ).toBe('*: any, a?: string');
  });
});

test.each([
  ['Target: { like: Bsae }\nBase: { fields: { a: string } }', "FR2001 [Bsae] no model 'Bsae' → did you mean 'Base'?"],
  [
    'Target: { like: Base, except: [b] }\nBase: { fields: { a: string } }',
    "FR2003 [b] no field 'b' on Base → correct the path, or declare the field on Base",
  ],
  ['Target: { like: Target }', 'FR2002 [Target] the model refers to itself: Target'],
])('%s', async (models, told) => {
  expect((await problemsOf(spec(models)))[0]).toContain(told.split(' → ')[0]);
});
