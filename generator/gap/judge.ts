import { checkBodies, type GivenBody } from './check/check-body.ts';
import type { BodyVerdict } from './check/body-verdict.ts';
import { copiedExample } from './trial/copied/copied-example.ts';
import { tryBody } from './trial/try-body.ts';
import type { Sandbox } from './trial/sandbox/sandbox.ts';
import type { GapContract } from './contract/contract.ts';
import type { GapProblem } from './problem.ts';

/** All that is known of a body: it passed everything, or what is wrong with it. */
export type Judgement =
  | {
      readonly ok: true;
      /** As it is kept in git. */
      readonly body: string;
      /** As it was tried, and is emitted. */
      readonly file: string;
      /** How often it was called. */
      readonly runs: number;
    }
  | { readonly ok: false; readonly problems: readonly GapProblem[] };

/** Trials that wait for the sandbox: while one runs there, inputs of the next are made up here. */
const AT_A_TIME = 3;

/** Checks, hardens and tries a body. Whatever the code is, what is wrong with it is in the judgement. */
export async function judge(code: string, contract: GapContract, sandbox: Sandbox): Promise<Judgement> {
  const [judgement] = await judgeMany([{ code, contract }], sandbox);
  return judgement ?? { ok: false, problems: [] };
}

/** {@link judge} of many in one run of the type checker; judgements in the order of the bodies. */
export async function judgeMany(given: readonly GivenBody[], sandbox: Sandbox): Promise<readonly Judgement[]> {
  const checked = await checkBodies(given);
  const judgements: Judgement[] = [];
  const waiting = given.entries();
  const work = async (): Promise<void> => {
    for (const [index, { contract }] of waiting) {
      const verdict = checked[index];
      if (verdict !== undefined) judgements[index] = await tried(verdict, contract, sandbox);
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, work));
  return judgements;
}

async function tried(verdict: BodyVerdict, contract: GapContract, sandbox: Sandbox): Promise<Judgement> {
  if (!verdict.ok) return verdict;
  const copied = copiedExample(verdict.body, contract);
  if (copied !== undefined) return { ok: false, problems: [copied] };
  const { body, file } = verdict;
  const trial = await tryBody(file, contract, sandbox);
  return trial.ok ? { ok: true, body, file, runs: trial.runs } : { ok: false, problems: trial.problems };
}
