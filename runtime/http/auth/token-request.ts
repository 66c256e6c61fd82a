import { FatalError, RetryLaterError } from '../../context/errors.ts';
import { resolveBaseUrl } from '../base-url.ts';
import { decodeBody } from '../decode-body.ts';
import { exchange, type WireResponse } from '../exchange.ts';
import { toExchangeError } from '../exchange-error.ts';
import { excerpt } from '../mask.ts';
import { retryAfterMs } from '../retry-after.ts';
import { runtimeVersion } from '../version.ts';
import type { TokenEndpoint } from './auth.ts';
import type { AuthContext } from './scheme.ts';

/** A request for a token. */
export interface TokenRequest {
  readonly method?: 'GET' | 'POST' | 'PUT';
  readonly headers: Readonly<Record<string, string>>;
  readonly search?: string;
  readonly body?: string;
  /** What must not appear in the message of a failure. */
  readonly secrets: readonly string[];
}

/** The answer that gave a token; header names in lower case. */
export interface TokenAnswer {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

const MOST_BYTES = 1024 * 1024;

/**
 * Asks for a token. A refusal is a `FatalError('unauthorized')` that says what the endpoint said, secrets masked; a server
 * that is overloaded, or does not answer, a `RetryLaterError`. Redirects are not followed, since the credentials would go with them.
 */
export async function requestToken(
  endpoint: TokenEndpoint,
  { method = 'POST', headers, search = '', body, secrets }: TokenRequest,
  context: AuthContext,
): Promise<TokenAnswer> {
  const { system, now } = context;
  const { origin, path } = tokenUrl(endpoint, context);
  const all = { accept: 'application/json', 'user-agent': `flowright/${runtimeVersion}`, ...headers };
  const wire = {
    origin,
    path: search === '' ? path : `${path}?${search}`,
    method,
    headers: Object.entries(all).flat(),
    body,
  };
  const say = (what: string): string => `${system.id}: no access token: ${origin}${path} ${what}`;
  const details = { system: system.id, operation: 'token' };
  let response: WireResponse;
  try {
    const limits = { timeoutMs: system.timeoutMs, maxBytes: MOST_BYTES, signal: context.signal };
    response = await exchange(context.dispatcher, wire, limits);
  } catch (error) {
    const { failure, message } = toExchangeError(error, true);
    const code =
      failure === 'timeout' || failure === 'aborted' ? (failure === 'aborted' ? 'interrupted' : 'timeout') : 'network';
    // To ask twice does no harm: no token is worse than two.
    throw new RetryLaterError(code, say(`gave no answer: ${message}`), { policy: system.retry }, details);
  }
  const text = await textOf(response);
  const { status } = response;
  if (status === 429 || status >= 500) {
    const afterMs = retryAfterMs(response.headers['retry-after'], now());
    const code = status === 429 ? 'rate_limited' : 'provider_error';
    throw new RetryLaterError(
      code,
      say(`answered ${status}`),
      { afterMs, policy: system.retry },
      { ...details, status },
    );
  }
  if (status < 200 || status > 299)
    throw new FatalError('unauthorized', say(`answered ${status}: ${excerpt(text, secrets)}`), { ...details, status });
  return { headers: response.headers, body: parsed(text) };
}

/** Where tokens come from: the setting where there is one, else the declared URL with its variables filled in. */
export function tokenUrl(
  { url, setting }: TokenEndpoint,
  { system, settings }: Pick<AuthContext, 'system' | 'settings'>,
): { readonly origin: string; readonly path: string } {
  const { origin, path } = resolveBaseUrl({ ...system, baseUrl: url, baseUrlSetting: setting }, settings);
  const used = settings.get(setting) ?? url;
  return { origin, path: used.endsWith('/') ? `${path}/` : path };
}

async function textOf({ body, headers }: WireResponse): Promise<string> {
  try {
    return (await decodeBody(body, headers['content-encoding'], MOST_BYTES)).toString('utf8');
  } catch {
    return '';
  }
}

/** JSON, or a form, as some endpoints have answered since before RFC 6749. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return Object.fromEntries(new URLSearchParams(text));
  }
}
