import { worstOf } from './ask.ts';
import { firstRequest } from './fill-gap.ts';
import type { FillParts } from './fill-parts.ts';
import type { FillTarget } from './fill-target.ts';

/** What the first tries of gaps will take, before anything is asked. */
export interface Estimate {
  readonly gaps: number;
  /** Tokens of the prompts. */
  readonly input: number;
  /** US dollars if every reply is as long as it may be; undefined where the price is not known. */
  readonly atMost: number | undefined;
}

/** `via`: `batch` for the price of a batch. Replies that an earlier run has paid for are not counted. */
export async function estimate(targets: readonly FillTarget[], parts: FillParts, via?: string): Promise<Estimate> {
  const requests = await Promise.all(
    targets.map(async (target) => {
      const request = firstRequest(target, await parts.render(target), parts);
      const known = await parts.journal?.find(target, request);
      return known?.answer === undefined ? [request] : [];
    }),
  );
  const asked = requests.flat();
  return {
    gaps: asked.length,
    input: asked.reduce((sum, request) => sum + parts.tokens(request), 0),
    atMost: parts.price(0) === undefined ? undefined : asked.reduce((sum, one) => sum + worstOf(one, parts, via), 0),
  };
}
