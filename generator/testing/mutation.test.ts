import { expect, test } from 'vitest';
import { spawnCli } from '../cli/testing/spawn-cli.ts';
import { repository } from './repository.ts';

test('no guard, row or signature line of an example could be forgotten unnoticed', { timeout: 120_000 }, async () => {
  const kinds = ['--kinds', 'guard,row,signature', '--at-least', '100'];
  const { code, stdout } = await spawnCli(['mutate', 'spec/examples', ...kinds], repository);
  expect(stdout).toMatch(/^100 % would be noticed \(\d+ parts of 7 specs deleted, each for itself\)$/m);
  expect(code).toBe(0);
});
