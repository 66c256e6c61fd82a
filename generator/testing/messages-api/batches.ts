import { isRecord } from '../../data/is-record.ts';
import { errorBody, inputTokens, messageBody, spoken, tokensOf, type Tokens } from './message.ts';
import { readParams } from './read-params.ts';
import type { Params, Reply } from './script.ts';
import { STATUS_FAULTS } from './status-faults.ts';

export interface BatchRequest {
  readonly id: string;
  readonly params: Params;
}

interface Result {
  readonly custom_id: string;
  readonly result: { readonly type: string; readonly error?: object; readonly message?: object };
}

/** A batch as this server keeps it. It ends when it has been looked at `looks` times. */
export interface Batch {
  readonly id: string;
  readonly results: readonly Result[];
  readonly paid: Tokens;
  looks: number;
  canceled: boolean;
}

/** Reads what a batch is made of; a string says what is wrong with it. */
export function readBatch(body: unknown): readonly BatchRequest[] | string {
  if (!isRecord(body) || !Array.isArray(body['requests']) || body['requests'].length === 0)
    return 'requests: at least one is required';
  const requests: BatchRequest[] = [];
  const seen = new Set<string>();
  for (const one of body['requests']) {
    const id: unknown = isRecord(one) ? one['custom_id'] : undefined;
    if (typeof id !== 'string' || !/^[a-zA-Z0-9_-]{1,64}$/.test(id)) return 'custom_id: 1 to 64 of a-z, A-Z, 0-9, _, -';
    if (seen.has(id)) return `custom_id: '${id}' is there twice`;
    seen.add(id);
    const params = readParams(isRecord(one) ? one['params'] : undefined);
    if (typeof params === 'string') return params;
    requests.push({ id, params });
  }
  return requests;
}

/** Works on a batch at once; its results come in another order than its requests, as they may. */
export function makeBatch(
  id: string,
  requests: readonly BatchRequest[],
  replyTo: (params: Params) => Reply,
  looks: number,
): Batch {
  const paid = { input: 0, output: 0 };
  const results = requests.map((request): Result => {
    const reply = replyTo(request.params);
    const { fault } = reply;
    if (fault === 'expired' || fault === 'canceled') return { custom_id: request.id, result: { type: fault } };
    const refused = fault === 'errored' ? STATUS_FAULTS['server-error'] : fault && STATUS_FAULTS[fault];
    if (refused) return { custom_id: request.id, result: errored(errorBody(refused.type, refused.message)) };
    const usage = { input: inputTokens(request.params), output: tokensOf(spoken(reply).text) };
    paid.input += usage.input;
    paid.output += usage.output;
    const message = messageBody(`msg_${request.id}`, request.params.model, reply, usage);
    return { custom_id: request.id, result: { type: 'succeeded', message } };
  });
  return { id, results: results.toReversed(), paid, looks, canceled: false };
}

/** What is told of a batch. */
export function batchBody(batch: Batch, baseUrl: string): object {
  const ended = batch.looks <= 0 || batch.canceled;
  return {
    id: batch.id,
    type: 'message_batch',
    processing_status: ended ? 'ended' : 'in_progress',
    request_counts: {
      processing: ended ? 0 : batch.results.length,
      succeeded: ended ? count(batch, 'succeeded') : 0,
      errored: ended ? count(batch, 'errored') : 0,
      canceled: ended ? count(batch, 'canceled') : 0,
      expired: ended ? count(batch, 'expired') : 0,
    },
    created_at: '2026-01-01T00:00:00Z',
    expires_at: '2026-01-02T00:00:00Z',
    ended_at: ended ? '2026-01-01T00:01:00Z' : null,
    cancel_initiated_at: null,
    archived_at: null,
    results_url: ended ? `${baseUrl}/v1/messages/batches/${batch.id}/results` : null,
  };
}

/** The results, as JSON of a line each. */
export function resultLines(batch: Batch): string {
  const results = batch.canceled
    ? batch.results.map((one) => ({ ...one, result: { type: 'canceled' } }))
    : batch.results;
  return results.map((one) => `${JSON.stringify(one)}\n`).join('');
}

function errored(error: object): { readonly type: string; readonly error: object } {
  return { type: 'errored', error };
}

function count(batch: Batch, type: string): number {
  return batch.results.filter(({ result }) => (batch.canceled ? 'canceled' : result.type) === type).length;
}
