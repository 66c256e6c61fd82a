import { expect, test } from 'vitest';
import { copyOf } from './repository.ts';
import { testSpecs } from './tested-specs.ts';

const SLOW = 240_000;

test('the specs of recorded cases build, and do what their criteria say', { timeout: SLOW }, async () => {
  const cwd = await copyOf('spec/conformance');
  const { integrations, passed, failed } = await testSpecs(['spec/conformance'], cwd);
  expect(failed).toEqual([]);
  expect(integrations).toBeGreaterThanOrEqual(28);
  expect(passed).toBeGreaterThanOrEqual(integrations);
});
