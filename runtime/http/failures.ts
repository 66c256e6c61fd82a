import { type FailureCode, FatalError, RetryLaterError } from '../context/errors.ts';
import { type Call, callDetails, describeCall } from './call.ts';
import { coversStatus } from './error-rules.ts';
import type { ExchangeError } from './exchange-error.ts';
import { excerpt, maskSecrets } from './mask.ts';
import { retryAfterMs } from './retry-after.ts';
import type { SystemRetry } from './system.ts';
import type { ErrorRule, Method } from './transport.ts';

/** RFC 9110 section 9.2.2. */
const idempotentMethods: ReadonlySet<Method> = new Set<Method>(['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE']);

const codesByStatus: ReadonlyMap<number, FailureCode> = new Map([
  [400, 'invalid_input'],
  [401, 'unauthorized'],
  [403, 'unauthorized'],
  [404, 'not_found'],
  [409, 'conflict'],
  [422, 'invalid_input'],
  [429, 'rate_limited'],
]);

/** A response that is a failure, as the code that a spec may name. */
export interface FailedResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Decoded; empty where it could not be. */
  readonly text: string;
  /** The rule of the endpoint that fitted. */
  readonly rule: ErrorRule | undefined;
  /** The code where no rule says another. */
  readonly code?: FailureCode | undefined;
}

/** The error of a call whose response is a failure: to be tried again where its rule or the system's policy says so and that is safe. */
export function responseFailure(
  call: Call<unknown>,
  response: FailedResponse,
  now: number,
): FatalError | RetryLaterError {
  const { status, rule } = response;
  const retry = retryOf(call);
  const code = rule?.code ?? response.code ?? codesByStatus.get(status) ?? 'provider_error';
  const shown = excerpt(response.text, call.secrets);
  const message = describeCall(call, `answered ${status}${shown === '' ? '' : `: ${shown}`}`);
  const details = callDetails(call, { status });
  const covered =
    rule?.retry ?? (retry.on.some((on) => coversStatus(on, status)) && (status === 429 || harmlessToRepeat(call)));
  if (!covered) return new FatalError(code, message, details);
  const afterMs =
    retry.respect === undefined ? undefined : retryAfterMs(response.headers[retry.respect.toLowerCase()], now);
  return new RetryLaterError(code, message, { afterMs, policy: retry }, details);
}

/** The error of a call that got no response. */
export function exchangeFailure(call: Call<unknown>, error: ExchangeError): FatalError | RetryLaterError {
  const { failure, reason, sent } = error;
  const details = callDetails(call, { reason, sent });
  switch (failure) {
    case 'aborted':
      // The process ends, not the run: like a crash in the middle of a step, which is tried again too.
      return new RetryLaterError('interrupted', describeCall(call, 'was interrupted by the shutdown'), {}, details);
    case 'too_large':
      return new FatalError(
        'invalid_response',
        describeCall(call, 'answered with a body that is larger than the limit'),
        details,
      );
    case 'invalid':
      return new FatalError('invalid_input', describeCall(call, `cannot be sent: ${error.message}`), details);
    case 'timeout':
    case 'network': {
      const what =
        failure === 'timeout'
          ? `gave no whole answer within ${call.request.timeoutMs ?? call.system.timeoutMs} ms`
          : `failed: ${maskSecrets(error.message, call.secrets)}`;
      const message = describeCall(call, sent ? what : `${what} (nothing was sent)`);
      const retry = retryOf(call);
      const again = retry.on.includes(failure) && (!sent || harmlessToRepeat(call));
      return again
        ? new RetryLaterError(failure, message, { policy: retry }, details)
        : new FatalError(failure, message, details);
    }
  }
}

function retryOf({ system, request }: Call<unknown>): SystemRetry {
  return request.retry === undefined ? system.retry : { ...system.retry, ...request.retry };
}

/** Whether a second request does no more than the first: by its method, by a key that the API honours, or because the spec says so. */
export function harmlessToRepeat({ request }: Call<unknown>): boolean {
  return idempotentMethods.has(request.method) || request.retrySafe || request.idempotencyHeader !== undefined;
}
