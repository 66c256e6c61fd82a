import type { Estimate } from '../../gap/fill/estimate.ts';
import { count } from '../../diagnostics/render/count.ts';
import type { FillOptions } from './fill-options.ts';
import { dollars, thousands } from './money.ts';

/** What is ahead, before anything is asked: `asking claude-… to fill 3 gaps: about 4,120 tokens in, at most $0.25 for the first tries`. */
export function estimateLine({ gaps, input, atMost }: Estimate, model: string, { batch, budget }: FillOptions): string {
  const what = `asking ${model} to fill ${count(gaps, 'gap')}${batch === true ? ' in a batch' : ''}`;
  if (gaps === 0) return `${what}: every first reply is known from an earlier run`;
  const cost = atMost === undefined ? 'its price is not known' : `at most ${dollars(atMost)} for the first tries`;
  const limit = budget === undefined ? '' : `, with repairs no more than ${dollars(budget)}`;
  return `${what}: about ${thousands(input)} tokens in, ${cost}${limit}`;
}
