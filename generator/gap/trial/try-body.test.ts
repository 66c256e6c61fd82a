import { afterAll, describe, expect, it } from 'vitest';
import type { GapContract } from '../contract/contract.ts';
import type { GapProblem } from '../problem.ts';
import { openSandbox } from './sandbox/sandbox.ts';
import { dealContract, dealFile, GOOD, withProperty } from './testing/contracts.ts';
import { tryBody } from './try-body.ts';

const sandbox = openSandbox();
afterAll(() => sandbox.dispose());

/** Problems of a body for the deals' contract. */
async function problemsOf(
  body: string,
  around = '',
  contract: GapContract = dealContract(),
): Promise<readonly GapProblem[]> {
  const verdict = await tryBody(dealFile(body, around), contract, sandbox);
  return verdict.ok ? [] : verdict.problems;
}

describe('a trial', () => {
  it('accepts a body that keeps its contract, after hundreds of runs', async () => {
    const verdict = await tryBody(dealFile(GOOD), dealContract(), sandbox);
    expect(verdict).toEqual({ ok: true, runs: expect.any(Number) });
    expect(verdict.runs).toBeGreaterThan(200);
  });

  it('says of a visible example what was given, expected and got', async () => {
    expect(await problemsOf(GOOD.replace('>= 1000', '> 1000'))).toEqual([
      {
        check: 'visible',
        message: 'For the input {"total":1000,"tags":["vip"]}, $.priority of the result is "low"; expected "high"',
        example: 0,
      },
    ]);
  });

  it('says of a hidden example only that one fails', async () => {
    expect(await problemsOf(GOOD.replace('first.toUpperCase()', "first.split(' ').join('').toUpperCase()"))).toEqual([
      { check: 'hidden', message: 'a hidden example fails', example: 2 },
    ]);
    expect(
      await problemsOf(`if (input.tags[0] === 'wholesale buyer') throw new Error(input.tags[0]); ${GOOD}`),
    ).toEqual([{ check: 'hidden', message: 'a hidden example fails', example: 2 }]);
  });

  it('says nothing of hidden examples beside anything else', async () => {
    const problems = await problemsOf("return { priority: 'low' };");
    expect(problems.map(({ check }) => check)).toEqual(['visible']);
  });

  it('finds the shortest results that do not keep a criterion, and asks it of no hidden example', async () => {
    const contract = withProperty("output.priority == 'low' || total >= 1000");
    expect(await problemsOf(GOOD, '', contract)).toEqual([]);
    const body = GOOD.replace('>= 1000', '>= 1000 || input.total < 1');
    const [problem, ...others] = await problemsOf(body, '', contract);
    expect(others).toEqual([]);
    expect(problem).toEqual({
      check: 'criteria',
      message: expect.stringMatching(
        /^For the input \{"total":0,"tags":\[\]}, the result \{"priority":"high".* does not keep the criterion: Low is small$/,
      ),
      criterion: 0,
    });
    const hidden = withProperty("output.label != 'WHOLESALE BUYER'");
    expect(await problemsOf(GOOD, '', hidden)).toEqual([]);
  });

  it('fails a result of which a criterion cannot be told', async () => {
    const problems = await problemsOf(GOOD, '', withProperty('number(output.label ?? "x") > 0'));
    expect(problems).toEqual([
      { check: 'criteria', message: expect.stringContaining('is none of which can be told'), criterion: 0 },
    ]);
  });

  it('finds an input for which a body throws', async () => {
    const problems = await problemsOf(GOOD.replace('first === undefined', 'false'));
    expect(problems).toContainEqual({
      check: 'totality',
      message: expect.stringMatching(/^For the input .*"tags":\[\].*, it throws TypeError: /),
      fix: expect.any(String),
    });
  });

  it('finds a result that its type does not allow', async () => {
    const problems = await problemsOf(
      GOOD.replace("'low'", "(input.total > 1e9 ? 'low' : input.total === 0 ? 'none' : 'low')"),
    );
    expect(problems.map(({ message }) => message).join()).toMatch(/does not fit the output type: \$\.priority must be/);
  });

  it('refuses what the input is changed by', async () => {
    const problems = await problemsOf(`input.tags.sort(); ${GOOD}`);
    expect(problems[0]).toMatchObject({ check: 'totality', fix: 'The input is frozen: copy what you sort or change' });
  });

  it.each([
    [
      'the time zone',
      'const shift = new Date(2024, 0, 1).getTime() % 86400000;',
      'input.tags.length > 1 && shift !== 0',
    ],
    ['the time or on chance', 'const now = Date.now();', 'input.tags.length > 1 && now < 1e12'],
    ['what was called before', 'let before = 0;', 'input.tags.length > 1 && (before = before + 1) > 5'],
  ])('says that a result depends on %s', async (cause, around, condition) => {
    const problems = await problemsOf(`if (${condition}) return { priority: 'low', label: 'other' }; ${GOOD}`, around);
    expect(problems).toMatchObject([{ check: 'determinism', message: expect.stringContaining(`depends on ${cause}`) }]);
  });

  it('says that a body takes too long, and for which input', async () => {
    expect(await problemsOf('while (true) {}')).toEqual([
      {
        check: 'limits',
        message: 'For the input {"total":1000,"tags":["vip"]}, it takes too long and was stopped',
        fix: expect.any(String),
      },
    ]);
  });

  it('says that a file cannot be loaded', async () => {
    expect(await problemsOf(GOOD, 'const table = null; const size = table.length;')).toMatchObject([
      { check: 'totality', message: expect.stringMatching(/^While the file is loaded, it throws TypeError/) },
    ]);
  });
});
