import type Anthropic from '@anthropic-ai/sdk';
import { isRecord } from '../../../data/is-record.ts';
import type { BatchCall, BatchRequest, BatchResult, BatchService, BatchState } from '../../fill/batch/batch-service.ts';
import type { BatchCounts } from '../../fill/fill-event.ts';
import { openClient, type ClientOptions } from '../anthropic/client.ts';
import { broken, failureOf, type Failure } from '../anthropic/failure.ts';
import { missingKey } from '../anthropic/missing-key.ts';
import { pause, waitBefore, type RetryOptions } from '../anthropic/retry.ts';
import { requestBody } from '../request/request-body.ts';
import { readBatchResult } from './read-batch-result.ts';

type BatchOptions = ClientOptions & Omit<RetryOptions, 'mayAskAgain'>;

/** Requests of one batch; the API takes no more. */
const MOST_REQUESTS = 100_000;

/** What an identifier of a request may be, as the API has it. */
const CUSTOM_ID = /^[\w-]{1,64}$/;

/** A batch's identifier, which becomes a part of addresses. */
const BATCH_ID = /^[\w-]{1,200}$/;

/** The Message Batches API: many requests at once, answered within a day, for half the price. */
export function anthropicBatches(options: BatchOptions): BatchService {
  let opened: Promise<Anthropic> | undefined;

  /** Does it, and again where that can help. */
  const call = async <Value>(
    work: (client: Anthropic) => Promise<Value>,
    signal: AbortSignal,
    mayRepeat: (failure: Failure) => boolean = () => true,
  ): Promise<BatchCall<Value>> => {
    const missing = missingKey(options);
    if (missing !== undefined) return { ok: false, failure: missing };
    opened ??= openClient(options);
    const client = await opened;
    for (let tried = 1; ; tried += 1) {
      try {
        return { ok: true, value: await work(client) };
      } catch (error) {
        const failure = error instanceof Unreadable ? broken(error.message) : failureOf(error, Date.now());
        const repeated = mayRepeat(failure) && !signal.aborted;
        const wait = repeated ? waitBefore(failure, tried, {}, options) : undefined;
        if (wait === undefined) return failed(failure, tried);
        options.onRetry?.(failure, wait);
        await (options.wait ?? pause)(wait, signal);
      }
    }
  };

  return {
    async create(requests, signal) {
      const problem = unsendable(requests);
      if (problem !== undefined) return refused(problem);
      return await call(
        async (client) => {
          const params = requests.map(({ key, request }) => {
            const body = requestBody(request);
            return { custom_id: key, params: { ...body, messages: [...body.messages] } };
          });
          const made = await client.messages.batches.create({ requests: params }, { signal });
          if (!isRecord(made) || typeof made.id !== 'string' || !BATCH_ID.test(made.id))
            throw new Unreadable('the batch has no identifier');
          return made.id;
        },
        signal,
        wasRefused,
      );
    },
    async look(id, signal) {
      if (!BATCH_ID.test(id)) return refused(`'${id}' is no identifier of a batch`);
      return await call(async (client) => stateOf(await client.messages.batches.retrieve(id, {}, { signal })), signal);
    },
    async results(id, signal) {
      if (!BATCH_ID.test(id)) return refused(`'${id}' is no identifier of a batch`);
      return await call(async (client) => {
        // Not the address that the batch gives: the key goes nowhere but to the server that was named.
        const response = await client.get(`/v1/messages/batches/${id}/results`, { signal }).asResponse();
        return readResults(await response.text());
      }, signal);
    },
  };
}

/** Whether a batch was surely not made. One that perhaps was is not made again: it would be paid twice. */
function wasRefused({ status }: Failure): boolean {
  return status === 429 || status === 529;
}

/** What came back is no answer to a question about a batch. */
class Unreadable extends Error {}

function stateOf(batch: unknown): BatchState {
  const counts = isRecord(batch) ? batch['request_counts'] : undefined;
  if (!isRecord(batch) || !isRecord(counts)) throw new Unreadable('it is no batch');
  const number = (name: keyof BatchCounts): number => (typeof counts[name] === 'number' ? counts[name] : 0);
  return {
    ended: batch['processing_status'] === 'ended',
    counts: {
      processing: number('processing'),
      succeeded: number('succeeded'),
      errored: number('errored'),
      canceled: number('canceled'),
      expired: number('expired'),
    },
  };
}

/** Results of a line each. A line that cannot be read makes all of it unreadable: its request would seem unanswered. */
function readResults(text: string): readonly BatchResult[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => {
    const result = readBatchResult(line);
    if (result === undefined) throw new Unreadable('a line of the results is none');
    return result;
  });
}

function unsendable(requests: readonly BatchRequest[]): string | undefined {
  if (requests.length === 0) return 'a batch needs a request';
  if (requests.length > MOST_REQUESTS) return `a batch takes ${MOST_REQUESTS} requests, not ${requests.length}`;
  if (requests.some(({ key }) => !CUSTOM_ID.test(key))) return 'a key of a request is none';
  return new Set(requests.map(({ key }) => key)).size < requests.length ? 'two requests have the same key' : undefined;
}

function refused(message: string): BatchCall<never> {
  return { ok: false, failure: { kind: 'failed', code: 'FR7303', message, usage: {}, fatal: false } };
}

function failed({ code, message, fatal }: Failure, tried: number): BatchCall<never> {
  const words = tried === 1 ? message : `${message}, after ${tried} tries`;
  return { ok: false, failure: { kind: 'failed', code, message: words, usage: {}, fatal } };
}
