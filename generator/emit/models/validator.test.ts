import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Issue } from '../../../runtime/context/issue.ts';
import { root } from '../../../runtime/validate/index.ts';
import type { JsonSchema } from '../../shape/json-schema.ts';
import { normaliseSchema } from './normalise-schema.ts';
import { judge } from './testing/ajv.ts';
import { anySchema, anyValue, valueFor } from './testing/arbitraries.ts';
import { loadModels, type LoadedModels } from './testing/load-models.ts';
import { modelPlan } from './testing/plan.ts';
import { SCHEMAS, SHARED } from './testing/schemas.ts';
import { typeErrors } from './testing/type-errors.ts';

/** ajv passes over a declared `__proto__`, so this one is not compared. */
const PROTO = modelPlan('Proto', {
  type: 'object',
  properties: { ['__proto__']: { type: 'string' } },
  required: ['__proto__'],
  additionalProperties: false,
});
const RANDOM = fc.sample(anySchema, { numRuns: 100, seed: 20260731 });
const shared = modelPlan('Shared', SHARED);
const handPicked = SCHEMAS.map((schema, index) => ({ schema, plan: modelPlan(`Model${index}`, schema) }));
const random = RANDOM.map((schema, index) => ({ schema, plan: modelPlan(`Random${index}`, schema) }));
let models: LoadedModels;

beforeAll(async () => {
  models = await loadModels([shared, PROTO, ...[...handPicked, ...random].map(({ plan }) => plan)]);
}, 60_000);
afterAll(() => models.remove());

/** Our verdict and ajv's on the same value. */
function compare({ plan, schema }: (typeof handPicked)[number], runs: number, exactOrder: boolean): void {
  const normalised: JsonSchema = JSON.parse(JSON.stringify(normaliseSchema(schema)));
  const ajv = judge(normalised, { Shared: SHARED });
  const check = models.check(plan);
  fc.assert(
    fc.property(
      fc.oneof({ arbitrary: valueFor(normalised, normalised), weight: 4 }, { arbitrary: anyValue, weight: 1 }),
      (value) => {
        const issues: Issue[] = [];
        const accepted = check(value, root, issues);
        const expected = ajv.accepts(value);
        fc.pre(expected !== undefined);
        expect(accepted, 'verdict').toBe(expected);
        expect(issues.length === 0).toBe(accepted);
        if (accepted) return;
        const paths = issues.map(({ path }) => path);
        const first = ajv.first(value);
        const all = ajv.all(value);
        if (first.tried || !exactOrder)
          expect([...all], 'paths that ajv reports too').toEqual(expect.arrayContaining(paths.slice(0, 1)));
        else expect(paths, "ajv's first path").toContain(first.path);
      },
    ),
    { numRuns: runs, seed: 7 },
  );
}

describe('the emitted validator agrees with ajv', () => {
  test.each(handPicked)('on $schema', (one) => compare(one, 100, true));
  test.each(random)('on the random schema $schema', (one) => compare(one, 50, false));
});

test('a property named __proto__ is one like any other', () => {
  const check = models.check(PROTO);
  const issuesOf = (text: string): readonly Issue[] => {
    const issues: Issue[] = [];
    check(JSON.parse(text), root, issues);
    return issues;
  };
  expect(issuesOf('{ "__proto__": "own" }')).toEqual([]);
  expect(issuesOf('{ "__proto__": {} }')).toEqual([{ path: '__proto__', message: 'must be a string' }]);
  expect(issuesOf('{}')).toEqual([{ path: '__proto__', message: 'is missing' }]);
});

test('all emitted models are sound TypeScript', async () => {
  expect(await typeErrors(models.folder)).toEqual([]);
}, 60_000);
