import { Command } from 'commander';
import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { reportFailure } from './report-failure.ts';

async function report(
  error: unknown,
  env: Readonly<Record<string, string>>,
): Promise<{ readonly code: number; readonly stderr: string }> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const code = await reportFailure(error, ['check'], new Command().addCommand(new Command('check')), {
    stdout,
    stderr,
    env,
    cwd: '/',
  });
  return { code, stderr: String(stderr.read()) };
}

it('keeps the stack of an internal error to itself, unless it is asked for', async () => {
  const error = new TypeError('oops\nsecond line');
  const told =
    'FR9001 internal error in check: TypeError: oops\n  run again with FLOWRIGHT_DEBUG=1 for the details, and report them with the spec\n\n1 error\nflowright explain FR9001 says more\n';
  expect(await report(error, {})).toEqual({ code: 4, stderr: told });
  const { stderr } = await report(error, { FLOWRIGHT_DEBUG: '1' });
  expect(stderr).toContain('report-failure.test.ts');
});
