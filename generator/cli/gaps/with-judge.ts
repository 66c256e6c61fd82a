import type { JudgeBodies } from '../../gap/lock/judge-entries.ts';

/** Does some work with a judge of bodies, whose sandbox lives as long as the work. */
export async function withJudge<Result>(work: (judge: JudgeBodies) => Promise<Result>): Promise<Result> {
  const [{ judgeMany }, { openSandbox }] = await Promise.all([
    import('../../gap/judge.ts'),
    import('../../gap/trial/sandbox/sandbox.ts'),
  ]);
  const sandbox = openSandbox();
  try {
    return await work((given) => judgeMany(given, sandbox));
  } finally {
    await sandbox.dispose();
  }
}

/** Bodies that are judged at once: enough to share a run of the type checker, few enough to tell of progress. */
export const AT_ONCE = 25;
