import { expect, test } from 'vitest';
import { checkText } from '../../check/testing/check-text.ts';
import { specText } from '../../check/testing/spec-text.ts';
import { planIntegration } from '../../plan/plan-integration.ts';
import { emitIntegration } from '../emit-integration.ts';
import { typeCheck } from '../testing/type-check.ts';

test('a model that may be anything leaves nothing unused', async () => {
  const endpoints =
    'put: { system: shop, method: PUT, path: /x, request: { default: 1 }, response: { description: Any. } }';
  const { checked } = await checkText(specText({ endpoints, steps: ['- { call: put, with: { body: { id: a } } }'] }));
  if (checked === undefined) throw new Error('the spec is right');
  const files = await emitIntegration(planIntegration(checked, '/specs/out/sample'));
  const sources = files.filter(({ path }) => path.startsWith('src/'));
  expect(typeCheck(sources, 'runtime/index.ts')).toBe('');
});
