import { ROUNDS, runRound, type Body, type Round } from './rounds.ts';
import type { Sandbox } from './sandbox/sandbox.ts';

/** What it is that makes one input give two results: the round is changed in one respect after the other. */
export async function differingCause(body: Body, input: string, round: Round, sandbox: Sandbox): Promise<string> {
  const [base] = ROUNDS;
  const result = async (one: Round): Promise<string> =>
    JSON.stringify((await runRound(body, [input], one, sandbox)).outcomes);
  const usual = await result(base);
  if ((await result({ ...base, zone: round.zone })) !== usual) return 'the time zone';
  if ((await result({ ...base, clock: round.clock })) !== usual) return 'the time or on chance';
  return 'what was called before';
}
