import { availableParallelism } from 'node:os';
import { judgeMany } from '../../gap/judge.ts';
import type { GivenBody } from '../../gap/check/check-body.ts';
import type { Judged } from '../../gap/fill/fill-parts.ts';
import { openSandbox, type Sandbox } from '../../gap/trial/sandbox/sandbox.ts';
import type { LabParts } from './lab-parts.ts';

/** Bodies that are checked together: few enough that those before them are tried meanwhile. */
const MOST = 64;

/** Each has a thread of its own; more of them than this would wait for the checks. */
const MOST_SANDBOXES = 4;

interface Waiting extends GivenBody {
  readonly resolve: (judged: Judged) => void;
  readonly reject: (error: unknown) => void;
}

export interface BatchedJudge {
  readonly judge: LabParts['judge'];
  readonly dispose: () => Promise<void>;
}

/**
 * Judges bodies together that are asked about at the same time: one run of the type checker costs little more than that of one
 * body, and while bodies are tried in the sandboxes, the next are checked.
 */
export function batchedJudge(count = Math.min(availableParallelism(), MOST_SANDBOXES)): BatchedJudge {
  const sandboxes = Array.from({ length: count }, () => openSandbox());
  // They begin while specs are read.
  for (const sandbox of sandboxes) sandbox.start();
  const idle = [...sandboxes];
  let waiting: Waiting[] = [];
  const work = async (sandbox: Sandbox): Promise<void> => {
    // Who asks in the same moment is waited for.
    await new Promise((resolve) => setImmediate(resolve));
    while (waiting.length > 0) {
      const batch = waiting.slice(0, MOST);
      waiting = waiting.slice(MOST);
      try {
        const judged = await judgeMany(batch, sandbox);
        for (const [at, one] of batch.entries()) one.resolve(judged[at] ?? { ok: false, problems: [] });
      } catch (error) {
        for (const one of batch) one.reject(error);
      }
    }
    idle.push(sandbox);
  };
  return {
    judge: (code, contract) =>
      new Promise((resolve, reject) => {
        waiting.push({ code, contract, resolve, reject });
        const sandbox = idle.pop();
        if (sandbox !== undefined) void work(sandbox);
      }),
    dispose: async () => void (await Promise.all(sandboxes.map((one) => one.dispose()))),
  };
}
