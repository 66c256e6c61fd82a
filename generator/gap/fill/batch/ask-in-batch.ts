import type { Failed } from '../../provider/provider.ts';
import { worstOf } from '../ask.ts';
import type { Reservation } from '../budget.ts';
import { firstRequest } from '../fill-gap.ts';
import type { FillParts } from '../fill-parts.ts';
import type { FillTarget } from '../fill-target.ts';
import type { Journal } from '../journal.ts';
import { costOf } from '../spending.ts';
import type { BatchJournal } from './batch-journal.ts';
import type { BatchRequest, BatchService } from './batch-service.ts';
import { waitForBatch } from './wait-for-batch.ts';

export interface BatchParts {
  readonly service: BatchService;
  readonly sent: BatchJournal;
  readonly journal: Journal;
  /** Waits this many milliseconds, or until the signal says stop. */
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

/** What asking in batches came to. */
export interface Batched {
  /** Keys of the replies that this run pays for. */
  readonly paid: ReadonlySet<string>;
  /** Why there are no more. */
  readonly failure?: Failed;
}

/** The request is refused: the server has no such batch any more. Results are kept for 29 days. */
const UNKNOWN = 'FR7303';

interface FirstTry extends BatchRequest {
  readonly target: FillTarget;
}

/**
 * Asks the first try of every gap in one batch, and puts the replies into the journal, where filling finds them. A batch that
 * an earlier run has sent is gone on with. What a batch leaves unanswered, and repairs, filling asks for one by one: each round
 * of batches may take a day.
 */
export async function askInBatch(
  targets: readonly FillTarget[],
  parts: FillParts,
  batch: BatchParts,
): Promise<Batched> {
  const tries = await unanswered(targets, parts, batch.journal);
  const paid = new Set<string>();
  const sent = new Set<string>();
  for (const { id, keys } of await batch.sent.all()) {
    if (!tries.some(({ key }) => keys.includes(key))) continue;
    const failure = await collect(id, true, tries, new Map(), parts, batch);
    if (failure?.code === UNKNOWN) {
      await batch.sent.forget(id);
      continue;
    }
    if (failure !== undefined) return { paid, failure };
    for (const key of keys) sent.add(key);
  }
  const reserved = new Map<string, Reservation>();
  const affordable = tries.filter(({ key, request }) => {
    if (sent.has(key)) return false;
    const reservation = parts.budget.reserveNow(worstOf(request, parts, 'batch'));
    if (reservation !== undefined) reserved.set(key, reservation);
    return reservation !== undefined;
  });
  if (affordable.length === 0 || parts.signal.aborted) {
    for (const reservation of reserved.values()) reservation.settle(0);
    return { paid };
  }
  const created = await batch.service.create(affordable, parts.signal);
  if (!created.ok) {
    for (const reservation of reserved.values()) reservation.settle(0);
    return { paid, failure: created.failure };
  }
  await batch.sent.keep(
    created.value,
    affordable.map(({ key }) => key),
  );
  for (const { key } of affordable) paid.add(key);
  const failure = await collect(created.value, false, tries, reserved, parts, batch);
  return failure === undefined ? { paid } : { paid, failure };
}

/** First tries whose reply no earlier run has brought. */
async function unanswered(
  targets: readonly FillTarget[],
  parts: FillParts,
  journal: Journal,
): Promise<readonly FirstTry[]> {
  const tries = await Promise.all(
    targets.map(async (target) => {
      const request = firstRequest(target, await parts.render(target), parts);
      const known = await journal.find(target, request);
      return known?.answer === undefined ? [{ target, request, key: journal.keyOf(request) }] : [];
    }),
  );
  return tries.flat();
}

/** Waits for a batch, and keeps its replies; what it cost is settled with them. */
async function collect(
  id: string,
  resumed: boolean,
  tries: readonly FirstTry[],
  reserved: ReadonlyMap<string, Reservation>,
  parts: FillParts,
  { service, sent, journal, wait }: BatchParts,
): Promise<Failed | undefined> {
  const left = new Map(reserved);
  try {
    const failure = await waitForBatch(id, resumed, service, parts, wait);
    if (failure !== undefined) return failure;
    const results = await service.results(id, parts.signal);
    if (!results.ok) return results.failure;
    for (const { key, answer } of results.value) {
      left.get(key)?.settle(costOf(answer.usage, parts.price, 'batch') ?? 0);
      left.delete(key);
      const asked = tries.find((one) => one.key === key);
      if (asked === undefined) continue;
      if (answer.kind === 'answered') await journal.keep(asked.target, asked.request, answer);
      else await journal.failed(asked.target, asked.request, answer.usage);
    }
    await sent.forget(id);
    return undefined;
  } finally {
    for (const reservation of left.values()) reservation.settle(0);
  }
}
