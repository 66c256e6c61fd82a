import type { StepContext, StepIO } from './context.ts';
import { FatalError } from './errors.ts';

/** Times in milliseconds. */
export interface PollOptions {
  readonly everyMs: number;
  readonly timeoutMs: number;
  /** The failure where it takes longer. */
  readonly fail: string;
}

/** Asks again and again, with a pause between, until the answer says that it is done; every answer and pause is journalled. */
export async function poll<Clients, T>(
  ctx: Pick<StepContext<Clients>, 'run' | 'now' | 'sleep'>,
  name: string,
  ask: (io: StepIO<Clients>) => Promise<T>,
  isDone: (answer: T) => boolean,
  { everyMs, timeoutMs, fail }: PollOptions,
): Promise<T> {
  const began = await ctx.now(`${name}/began`);
  for (let round = 1; ; round += 1) {
    const answer = await ctx.run(`${name}/${round}`, ask);
    if (isDone(answer)) return answer;
    const now = await ctx.now(`${name}/${round}/asked`);
    if (now + everyMs - began > timeoutMs)
      throw new FatalError(fail, `'${name}' is not done after ${Math.round((now - began) / 1000)} s`, { asked: round });
    await ctx.sleep(`${name}/${round}/pause`, everyMs);
  }
}
