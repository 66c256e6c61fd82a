import type { Answered, Failed, ModelAnswer, ModelRequest } from '../provider/provider.ts';
import type { Account } from './account.ts';
import type { FillEnd } from './fill-outcome.ts';
import type { FillParts } from './fill-parts.ts';
import type { FillTarget } from './fill-target.ts';
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
    // A reply of a batch of this run comes by way of the journal, too.
    const resumed = !parts.batched.has(known.key);
    account[resumed ? 'resume' : 'pay'](spend(usage, cost));
    parts.tell({ type: 'answered', target, usage, cost, resumed });
    return known.answer;
  }
  if (parts.signal.aborted) return { kind: 'left', why: 'interrupted' };
  if (parts.isReachable?.() === false) return { kind: 'left', why: 'provider' };
  if (known?.inFlight === true) parts.tell({ type: 'lost', target });
  return await askAnew(target, request, account, parts);
}

async function askAnew(target: FillTarget, request: ModelRequest, account: Account, parts: FillParts): Promise<Asked> {
  const worst = parts.free ? 0 : worstOf(request, parts);
  const reserved = await parts.budget.reserve(worst);
  if (reserved === undefined) return { kind: 'left', why: 'budget' };
  let settled = 0;
  try {
    if (parts.signal.aborted) return { kind: 'left', why: 'interrupted' };
    await parts.journal?.begin(target, request);
    const answer = await parts.provider.ask(request, parts.signal);
    const cost = costOf(answer.usage, parts.price, answer.kind === 'answered' ? answer.via : '');
    settled = mayHaveCost(answer) ? worst : (cost ?? 0);
    account.pay(spend(answer.usage, cost));
    if (answer.kind === 'answered') await parts.journal?.keep(target, request, answer);
    else await parts.journal?.failed(target, request, answer.usage);
    if (answer.kind === 'failed') return endOf(answer, parts);
    parts.tell({ type: 'answered', target, usage: answer.usage, cost, resumed: false });
    return answer;
  } finally {
    reserved.settle(settled);
  }
}

/** A connection that was lost may have been paid for, and nobody has said how much: a budget takes it for the worst. */
function mayHaveCost(answer: ModelAnswer): boolean {
  return answer.kind === 'failed' && answer.code === 'FR7305' && !answer.fatal;
}

/** An ask that was broken off fails, too; that is no fault of the provider's. */
function endOf(failure: Failed, parts: FillParts): Asked {
  if (parts.signal.aborted) return { kind: 'left', why: 'interrupted' };
  return { kind: 'failed', failure };
}

/** The most that an ask can cost, in US dollars; 0 where no price is known, which no budget is compared with. */
export function worstOf(
  request: ModelRequest,
  { tokens, price }: Pick<FillParts, 'tokens' | 'price'>,
  via?: string,
): number {
  return costOf({ input: tokens(request), output: request.maxTokens }, price, via) ?? 0;
}
