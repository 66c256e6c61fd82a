import { readPath } from '../read-path.ts';
import { encodeQuery } from '../query.ts';
import type { ExchangeAuth } from './auth.ts';
import { credentialsFor } from './credentials.ts';
import { readToken } from './read-token.ts';
import type { AuthContext, AuthScheme, Credentials } from './scheme.ts';
import { authSettings } from './auth-settings.ts';
import type { Token } from './token-cache.ts';
import { requestToken } from './token-request.ts';
import { dataOf, secretsIn, valuesOf } from './values.ts';
import { tokenKey, withToken } from './with-token.ts';

/** A request of the API's own kind gives the token that all others carry: a log-in, a session, an installation. */
export const tokenExchange: AuthScheme<ExchangeAuth> = (auth, context) =>
  withToken(tokenKey(context, 'exchange'), auth, context, () => exchangeForToken(auth, context));

async function exchangeForToken(auth: ExchangeAuth, context: AuthContext): Promise<Token> {
  const proof: Credentials = auth.auth === undefined ? { secrets: [] } : await credentialsFor(auth.auth, context);
  const query = { ...valuesOf(auth.query, context), ...proof.query };
  const body = bodyOf(auth, context);
  const { headers, body: answer } = await requestToken(
    auth.token,
    {
      method: auth.method,
      headers: { ...body?.headers, ...valuesOf(auth.headers, context), ...proof.headers },
      search: encodeQuery(query),
      ...(body !== undefined && { body: body.text }),
      secrets: [
        ...proof.secrets,
        ...secretsIn(
          authSettings(auth).map(({ ref }) => ref),
          context,
        ),
      ],
    },
    context,
  );
  const { from } = auth;
  const places = {
    token: (): unknown => ('header' in from ? headers[from.header.toLowerCase()] : readPath(answer, from.path)),
    expiresIn: auth.expiresIn,
    expiresAt: auth.expiresAt,
    lifetimeMs: auth.lifetimeMs,
  };
  return readToken(answer, places, context.system.id, context.now());
}

interface RequestBody {
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
}

function bodyOf({ body, method }: ExchangeAuth, context: AuthContext): RequestBody | undefined {
  if (body === undefined) return method === 'GET' ? undefined : { text: '', headers: { 'content-length': '0' } };
  const value = dataOf(body.value, context);
  if (body.as === 'json') return { text: JSON.stringify(value), headers: { 'content-type': 'application/json' } };
  const fields = Object.entries(Object(value)).map(([name, field]): [string, string] => [name, String(field)]);
  return {
    text: new URLSearchParams(fields).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  };
}
