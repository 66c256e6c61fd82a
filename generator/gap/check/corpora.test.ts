import { describe, expect, it } from 'vitest';
import { typeCheck } from '../../emit/testing/type-check.ts';
import { formatFiles } from '../../format/format-files.ts';
import { checkBodies } from './check-body.ts';
import { corpus } from './testing/corpus.ts';

describe('bodies that an engineer would write', async () => {
  const bodies = corpus('benign');
  const verdicts = await checkBodies(bodies);
  const accepted = bodies.flatMap((body, at) => {
    const verdict = verdicts[at];
    return verdict?.ok === true ? [{ body, verdict }] : [];
  });

  it('are accepted', () => {
    expect(bodies.length).toBeGreaterThanOrEqual(60);
    const refused = verdicts.flatMap((verdict, at) =>
      verdict.ok ? [] : [{ name: bodies[at]?.name, problems: verdict.problems }],
    );
    expect(refused).toEqual([]);
  });

  it('become files that the compiler of outputs takes, and Node runs as they are', () => {
    expect(
      typeCheck(accepted.map(({ body, verdict }) => ({ path: `src/logic/${body.name}.ts`, text: verdict.file }))),
    ).toBe('');
  });

  it('become files that the formatter leaves as they are', async () => {
    const files = accepted.flatMap(({ body, verdict }) => [
      { path: `${body.name}.ts`, text: verdict.file },
      { path: `${body.name}.body.ts`, text: verdict.body },
    ]);
    expect((await formatFiles(files)).files).toEqual(files);
  });

  it('become the same files whatever else is checked with them', async () => {
    const reversed = await checkBodies(bodies.toReversed());
    expect(reversed.toReversed()).toEqual(verdicts);
  });

  it('are the same when they are checked as they are kept', async () => {
    const again = await checkBodies(
      accepted.map(({ body, verdict }) => ({ code: verdict.body, contract: body.contract })),
    );
    expect(again).toEqual(accepted.map(({ verdict }) => verdict));
  });
});

describe('hostile bodies', async () => {
  const bodies = corpus('hostile');
  const verdicts = await checkBodies(bodies);

  it('are refused, but for those that only show when they run', () => {
    expect(bodies.length).toBeGreaterThanOrEqual(100);
    const taken = bodies.filter((body, at) => verdicts[at]?.ok !== (body.caught === 'trial')).map(({ name }) => name);
    expect(taken).toEqual([]);
  });

  it('are each told where and what to write instead', () => {
    for (const verdict of verdicts) {
      if (verdict.ok) continue;
      expect(verdict.problems.length).toBeGreaterThan(0);
      for (const problem of verdict.problems) {
        expect(problem).toEqual({
          check: expect.stringMatching(/^(?:static|types)$/),
          message: expect.stringMatching(/\S/),
          fix: expect.stringMatching(/\S/),
          line: expect.any(Number),
          column: expect.any(Number),
        });
      }
    }
  });
});
