import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { findCompiler } from './find-compiler.ts';

it.each([
  ['the executable itself', undefined],
  ['bin/tsc where there is none for this machine', 'amiga-m68k'],
])('runs the installed TypeScript: %s', async (_, platform) => {
  const [command, ...args] = await findCompiler(platform);
  expect(command === process.execPath).toBe(platform !== undefined);
  const { stdout } = await promisify(execFile)(command, [...args, '--version']);
  expect(stdout).toMatch(/^Version 7\./);
});
