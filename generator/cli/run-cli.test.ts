import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { exitCodeOf } from './exit-code.ts';
import { nodeProblem } from './node-version.ts';
import { runInProcess } from './testing/run-in-process.ts';

const run = (...argv: readonly string[]): ReturnType<typeof runInProcess> => runInProcess(argv, tmpdir());

describe('help', () => {
  it.each([[], ['--help'], ['help']])('of all commands', async (...argv) => {
    const { code, stdout, stderr } = await run(...argv);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const word of ['check', 'build', 'init', 'dev', 'run', 'Examples:', 'Exit codes:', '130'])
      expect(stdout).toContain(word);
  });

  it.each(['check', 'build', 'init', 'dev', 'run', 'explain'])('of %s has examples', async (command) => {
    const { code, stdout } = await run(command, '--help');
    expect(code).toBe(0);
    expect(stdout).toMatch(new RegExp(`Examples:\\n {2}flowright ${command}`));
  });
});

it('prints its version', async () => {
  expect(await run('--version')).toMatchObject({ code: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
});

describe('usage', () => {
  it.each([
    [['chek'], "unknown command 'chek'", "did you mean 'check'?"],
    [['sail'], "unknown command 'sail'", 'see flowright --help'],
    [['check', '--jsn'], "unknown option '--jsn'", "did you mean '--json'?"],
    [['build', '--fore'], "unknown option '--fore'", "did you mean '--force'?"],
    [['build', '--port'], "unknown option '--port'", 'see flowright build --help'],
    [['build', '--out'], "option '-o, --out <dir>' argument missing", 'see flowright build --help'],
    [['dev'], "missing required argument 'integration'", 'see flowright dev --help'],
    [['dev', 'a', 'b'], expect.stringMatching(/^too many arguments for 'dev'/), 'see flowright dev --help'],
    [
      ['dev', 'a', '--port', '70000'],
      "option '-p, --port <port>' cannot be '70000': a port is a number from 0 to 65535",
      'see flowright dev --help',
    ],
  ])('%j is a coded mistake', async (argv, message, fix) => {
    const { code, stdout, stderr } = await run(...argv, '--json');
    expect({ code, stderr }).toEqual({ code: 2, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({ errors: 1, diagnostics: [{ code: 'FR6001', message, fix }] });
  });

  it('is told to people on standard error', async () => {
    expect(await run('chek')).toEqual({
      code: 2,
      stdout: '',
      stderr: "FR6001 unknown command 'chek'\n  did you mean 'check'?\n\n1 error\nflowright explain FR6001 says more\n",
    });
  });
});

it('names its exit codes by the gravest diagnostic', () => {
  const error = (code: 'FR2003' | 'FR6010' | 'FR9001' | 'FR4001'): { code: typeof code; severity: 'error' } => ({
    code,
    severity: 'error',
  });
  expect(exitCodeOf([])).toBe(0);
  expect(exitCodeOf([{ code: 'FR3001', severity: 'warning' }])).toBe(0);
  expect(exitCodeOf([error('FR2003')])).toBe(2);
  expect(exitCodeOf([error('FR2003'), error('FR6010')])).toBe(3);
  expect(exitCodeOf([error('FR6010'), error('FR9001')])).toBe(4);
  expect(exitCodeOf([error('FR4001')])).toBe(4);
});

it.each([
  ['20.20.2', true],
  ['22.17.9', true],
  ['22.18.0', false],
  ['24.21.0', false],
])('knows whether Node %s is too old', (version, tooOld) => {
  expect(nodeProblem(version) !== undefined).toBe(tooOld);
});
