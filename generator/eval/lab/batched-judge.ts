import { judgeMany } from '../../gap/judge.ts';
import type { GivenBody } from '../../gap/check/check-body.ts';
import type { Judged } from '../../gap/fill/fill-parts.ts';
import type { Sandbox } from '../../gap/trial/sandbox/sandbox.ts';
import type { LabParts } from './lab-parts.ts';

/** Bodies that are checked together; a run of the type checker over more of them holds much at a time. */
const MOST = 200;

interface Waiting extends GivenBody {
  readonly resolve: (judged: Judged) => void;
  readonly reject: (error: unknown) => void;
}

/** Judges bodies together that are asked about at the same time: one run of the type checker costs little more than that of one body. */
export function batchedJudge(sandbox: Sandbox): LabParts['judge'] {
  let waiting: Waiting[] = [];
  let working = false;
  const work = async (): Promise<void> => {
    if (working) return;
    working = true;
    while (waiting.length > 0) {
      // Who asks in the same moment is waited for.
      await new Promise((resolve) => setImmediate(resolve));
      const batch = waiting.slice(0, MOST);
      waiting = waiting.slice(MOST);
      try {
        const judged = await judgeMany(batch, sandbox);
        for (const [at, one] of batch.entries()) one.resolve(judged[at] ?? { ok: false, problems: [] });
      } catch (error) {
        for (const one of batch) one.reject(error);
      }
    }
    working = false;
  };
  return (code, contract) =>
    new Promise((resolve, reject) => {
      waiting.push({ code, contract, resolve, reject });
      void work();
    });
}
