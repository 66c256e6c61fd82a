import type { Dispatcher } from 'undici';
import { FatalError, RetryLaterError } from '../context/errors.ts';
import type { Logger } from '../context/logger.ts';
import type { AuthContext } from './auth/scheme.ts';
import type { BaseUrl } from './base-url.ts';
import { type Call, callDetails, describeCall } from './call.ts';
import { exchange, type WireRequest, type WireResponse } from './exchange.ts';
import { toExchangeError } from './exchange-error.ts';
import { coversStatus } from './error-rules.ts';
import { exchangeFailure, harmlessToRepeat } from './failures.ts';
import { maskSecrets } from './mask.ts';
import type { RateLimits } from './rate-limits.ts';
import { readResponse } from './read-response.ts';
import { routeUrl } from './route-url.ts';
import type { SystemDefinition } from './system.ts';
import type { ApiRequest, ApiResponse, ErrorRule } from './transport.ts';
import type { UnsafeRequest, UnsafeSend } from './unsafe-send.ts';
import { type Prepared, prepareRequest, type SystemBasis } from './wire-request.ts';

/** What the transport knows of the step that it sends for. */
export interface SendingStep {
  readonly idempotencyKey: string;
  readonly signal: AbortSignal;
  readonly tenant: string;
  /** Asked before each request that must not be sent twice; nothing is sent where it rejects. Absent: nobody keeps account. */
  beforeUnsafeSend?(request: UnsafeRequest): Promise<UnsafeSend>;
}

/** What all requests of a transport share. */
export interface SendingPool {
  /** The connections to a system, with its client certificate where it has one. */
  dispatcherOf(system: SystemDefinition): Dispatcher;
  readonly limits: RateLimits;
  authContext(system: SystemDefinition, step: SendingStep): AuthContext;
  readonly log: Logger;
  readonly now: () => number;
  readonly maxResponseBytes: number;
  /** `baseUrl`: in place of the system's. */
  basisOf(system: SystemDefinition, baseUrl?: string): SystemBasis;
}

const mostRedirects = 3;
const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** One try of one request, redirects on the system's own origin included. Throws `FatalError` or `RetryLaterError`, or what `beforeUnsafeSend` throws. */
export async function sendRequest<T>(
  pool: SendingPool,
  step: SendingStep,
  nextKey: () => string,
  system: SystemDefinition,
  request: ApiRequest<T>,
): Promise<ApiResponse<T>> {
  const basis = pool.basisOf(system, request.baseUrl);
  const context = pool.authContext(system, step);
  const key = once(nextKey);
  const first = await prepareRequest(system, request, basis, context, key);
  const started = performance.now();
  let { call, response, unsafe } = await sendPrepared(pool, step, { system, request }, first, basis.base);
  if (response.status === 401 && first.refused !== undefined) {
    // The token was good for less long than it said: once more with another one. A refused request did nothing.
    first.refused();
    unsafe?.undone();
    const second = await prepareRequest(system, request, basis, context, key);
    ({ call, response, unsafe } = await sendPrepared(pool, step, { system, request }, second, basis.base));
  }
  const { status } = response;
  pool.log.debug(
    { system: system.id, operation: request.operation, status, ms: Math.round(performance.now() - started) },
    'request',
  );
  return readResponse(call, response, pool.maxResponseBytes, pool.now(), () => unsafe?.undone());
}

/** Two requests of one call carry the same key. */
function once(nextKey: () => string): () => string {
  let key: string | undefined;
  return () => (key ??= nextKey());
}

async function sendPrepared<T>(
  pool: SendingPool,
  step: SendingStep,
  { system, request }: Pick<Call<T>, 'system' | 'request'>,
  prepared: Prepared,
  base: BaseUrl,
): Promise<Exchanged & { readonly call: Call<T> }> {
  const { path, secrets, echoes } = prepared;
  const call: Call<T> = { system, request, path, secrets, echoes };
  return { call, ...(await follow(pool, step, call, prepared, base)) };
}

interface Exchanged {
  readonly response: WireResponse;
  readonly unsafe: UnsafeSend | undefined;
}

async function follow(
  pool: SendingPool,
  step: SendingStep,
  call: Call<unknown>,
  prepared: Prepared,
  base: BaseUrl,
): Promise<Exchanged> {
  let { wire } = prepared;
  for (let hop = 0; ; hop += 1) {
    const exchanged = await exchangeOnce(pool, step, call, wire);
    const { response } = exchanged;
    const next = redirectTarget(call, prepared, wire, response, base);
    if (next === undefined) return exchanged;
    if (hop === mostRedirects) {
      const message = describeCall(call, `was redirected more than ${mostRedirects} times`);
      throw new FatalError('provider_error', message, callDetails(call, { status: response.status }));
    }
    wire = await next;
  }
}

async function exchangeOnce(
  pool: SendingPool,
  step: SendingStep,
  call: Call<unknown>,
  wire: WireRequest,
): Promise<Exchanged> {
  try {
    const admitted = pool.limits.acquire(call.system, step.tenant, step.signal);
    if (admitted !== undefined) await admitted;
  } catch {
    throw new RetryLaterError(
      'interrupted',
      describeCall(call, 'was interrupted by the shutdown (nothing was sent)'),
      {},
      callDetails(call),
    );
  }
  const unsafe = harmlessToRepeat(call) ? undefined : await step.beforeUnsafeSend?.(toldOf(call));
  try {
    const limits = {
      timeoutMs: call.request.timeoutMs ?? call.system.timeoutMs,
      maxBytes: pool.maxResponseBytes,
      signal: step.signal,
    };
    return { response: await exchange(pool.dispatcherOf(call.system), wire, limits), unsafe };
  } catch (error) {
    const reason = toExchangeError(error, true);
    if (!reason.sent) unsafe?.undone();
    const failure = exchangeFailure(call, reason);
    pool.log.debug(failure.details, 'request failed');
    throw failure;
  }
}

function toldOf({ system, request, path, secrets }: Call<unknown>): UnsafeRequest {
  return { system: system.id, operation: request.operation, method: request.method, path: maskSecrets(path, secrets) };
}

/** The next request where a GET is redirected within the system's origin; a `FatalError` where it leads elsewhere. */
function redirectTarget(
  call: Call<unknown>,
  prepared: Prepared,
  wire: WireRequest,
  response: WireResponse,
  base: BaseUrl,
): WireRequest | Promise<WireRequest> | undefined {
  const { location } = response.headers;
  const followed =
    (wire.method === 'GET' || wire.method === 'HEAD') && redirects.has(response.status) && location !== undefined;
  if (!followed || namesStatus(call.request.errors ?? [], response.status)) return undefined;
  const route = routeUrl(base, location, wire.path);
  if (!('foreign' in route)) return prepared.wireAt(route);
  const message = describeCall(
    call,
    `is redirected to ${route.foreign}, which is not followed: the credentials would go there`,
  );
  throw new FatalError('provider_error', message, callDetails(call, { status: response.status }));
}

/** Whether a rule means this very status: what it says goes before following. */
function namesStatus(rules: readonly ErrorRule[], status: number): boolean {
  return rules.some(
    (rule) => typeof rule.status !== 'object' && rule.status !== undefined && coversStatus(rule.status, status),
  );
}
