import { describe, expect, it } from 'vitest';
import { allCodes } from '../../diagnostics/help/page.ts';
import { renderTerminal } from '../../diagnostics/help/terminal.ts';
import { runInProcess } from '../testing/run-in-process.ts';

const run = (...argv: readonly string[]): ReturnType<typeof runInProcess> => runInProcess(['explain', ...argv], '/');

describe('explain', () => {
  it('says what a code means, shows it, and how it is put right', async () => {
    const { code, stdout, stderr } = await run('FR2003');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^FR2003 No such field \(error\)\n\nA path names a field/);
    expect(stdout).toContain(
      "  $ flowright check orders.integration.yaml\n  orders.integration.yaml:16:29 FR2003 no field 'totl' on Order\n",
    );
    expect(stdout).toContain('What to do\n  - Correct the path.\n');
    expect(stdout).toContain('\n  +       - { to: amount, from: total, pipe: [number] }\n');
  });

  it.each(['fr2003', '2003'])('takes %s for FR2003', async (code) => {
    expect(await run(code)).toEqual(await run('FR2003'));
  });

  it('knows the code that was probably meant', async () => {
    expect(await run('FR9901')).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining("did you mean 'FR9001'?"),
    });
    expect(await run('nonsense')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('flowright explain lists them all'),
    });
  });

  it('lists every code', async () => {
    const { code, stdout } = await run();
    expect(code).toBe(0);
    expect(stdout.match(/^FR\d{4}(?= {2}\S)/gm)).toEqual(allCodes());
  });

  it('tells other programs the same', async () => {
    expect(JSON.parse((await run('--json')).stdout)).toMatchObject({
      version: 1,
      codes: allCodes().map((code) => ({ code })),
    });
    expect(JSON.parse((await run('FR3001', '--json')).stdout)).toMatchObject({
      version: 1,
      code: 'FR3001',
      severity: 'warning',
    });
    expect(JSON.parse((await run('FR0001', '--json')).stdout)).toMatchObject({ diagnostics: [{ code: 'FR6015' }] });
  });

  it('keeps to the width, but for what must stand as it is', () => {
    const page = {
      code: 'FR2003',
      severity: 'error',
      title: 'T',
      cause: 'word '.repeat(60).trim(),
      remedy: ['word '.repeat(60).trim()],
    } as const;
    const lines = renderTerminal(page, (_style, text) => text, 40).split('\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(40);
  });
});
