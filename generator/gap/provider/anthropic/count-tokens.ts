import { isRecord } from '../../../data/is-record.ts';
import type { Failed, ModelRequest } from '../provider.ts';
import { requestBody } from '../request/request-body.ts';
import { openClient, type ClientOptions } from './client.ts';
import { broken, failureOf, type Failure } from './failure.ts';
import { missingKey } from './missing-key.ts';

export type Counted = { readonly ok: true; readonly tokens: number } | { readonly ok: false; readonly failed: Failed };

/** Asks the API how many tokens a request takes in. That costs nothing; it is asked once. */
export async function countTokens(
  request: ModelRequest,
  options: ClientOptions,
  signal?: AbortSignal,
): Promise<Counted> {
  const missing = missingKey(options);
  if (missing !== undefined) return { ok: false, failed: missing };
  const { model, system, messages } = requestBody(request);
  try {
    const client = await openClient(options);
    const params = { model, system, messages: [...messages] };
    const counted: unknown = await client.messages.countTokens(params, { ...(signal !== undefined && { signal }) });
    const tokens = isRecord(counted) ? counted['input_tokens'] : undefined;
    return typeof tokens === 'number' ? { ok: true, tokens } : fail(broken('it is no count of tokens'));
  } catch (error) {
    return fail(failureOf(error, Date.now()));
  }
}

function fail({ code, message, fatal }: Failure): Counted {
  return { ok: false, failed: { kind: 'failed', code, message, usage: {}, fatal } };
}
