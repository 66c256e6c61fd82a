import type { ModelAnswer, ModelRequest } from '../provider/provider.ts';
import type { Account } from './account.ts';
import type { FillEnd } from './fill-outcome.ts';
import type { FillParts } from './fill-parts.ts';
import type { FillTarget } from './fill-target.ts';
import type { Answered } from './journal-entry.ts';
import { costOf, spend } from './spending.ts';

/** A reply, or how the gap ends without one. */
export type Asked = Answered | Extract<FillEnd, { kind: 'failed' | 'left' }>;

/**
 * Asks once: from the journal where the reply has arrived before, else within the budget. The reply is in the journal before
 * anybody looks at it, and what was paid is counted whatever became of the ask.
 */
export async function ask(
  target: FillTarget,
  request: ModelRequest,
  account: Account,
  parts: FillParts,
): Promise<Asked> {
  const known = await parts.journal?.find(target, request);
  if (known !== undefined && known.failed.asks > 0)
    account.resume({ ...spend(known.failed, costOf(known.failed, parts.price)), asks: known.failed.asks });
  if (known?.answer !== undefined) {
    const { usage, via } = known.answer;
    const cost = costOf(usage, parts.price, via);
    account.resume(spend(usage, cost));
    parts.tell({ type: 'answered', target, usage, cost, resumed: true });
    return known.answer;
  }
  if (parts.signal.aborted) return { kind: 'left', why: 'interrupted' };
  if (known?.inFlight === true) parts.tell({ type: 'lost', target });
  return await askAnew(target, request, account, parts);
}

async function askAnew(target: FillTarget, request: ModelRequest, account: Account, parts: FillParts): Promise<Asked> {
  const reserved = await parts.budget.reserve(parts.free ? 0 : worstOf(request, parts));
  if (reserved === undefined) return { kind: 'left', why: 'budget' };
  let cost: number | undefined = 0;
  try {
    if (parts.signal.aborted) return { kind: 'left', why: 'interrupted' };
    await parts.journal?.begin(target, request);
    const answer = await parts.provider.ask(request, parts.signal);
    cost = parts.free ? 0 : costOf(answer.usage, parts.price, answer.kind === 'answered' ? answer.via : '');
    account.pay(spend(answer.usage, cost));
    if (answer.kind === 'answered') await parts.journal?.keep(target, request, answer);
    else await parts.journal?.failed(target, request, answer.usage);
    if (answer.kind === 'failed') return endOf(answer, parts);
    parts.tell({ type: 'answered', target, usage: answer.usage, cost, resumed: false });
    return answer;
  } finally {
    reserved.settle(cost ?? 0);
  }
}

/** An ask that was broken off fails, too; that is no fault of the provider's. */
function endOf(failure: Extract<ModelAnswer, { kind: 'failed' }>, parts: FillParts): Asked {
  if (parts.signal.aborted) return { kind: 'left', why: 'interrupted' };
  const { code, message, fatal } = failure;
  return { kind: 'failed', code, message, fatal };
}

/** The most that an ask can cost, in US dollars; 0 where no price is known, which no budget is compared with. */
export function worstOf(request: ModelRequest, { tokens, price }: Pick<FillParts, 'tokens' | 'price'>): number {
  return costOf({ input: tokens(request), output: request.maxTokens }, price) ?? 0;
}
