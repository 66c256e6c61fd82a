import { createHash } from 'node:crypto';
import { FatalError } from '../../context/errors.ts';
import type { OAuth2Auth } from './auth.ts';
import { clientProof } from './client-authentication.ts';
import { readToken } from './read-token.ts';
import type { AuthContext, AuthScheme } from './scheme.ts';
import type { Token } from './token-cache.ts';
import { requestToken } from './token-request.ts';
import { valuesOf } from './values.ts';
import { BEARER, tokenKey, withToken } from './with-token.ts';

/** RFC 6749: an access token by client credentials, or by a refresh token. */
export const oauth2: AuthScheme<OAuth2Auth> = (auth, context) =>
  withToken(tokenKey(context, 'oauth2'), BEARER, context, () =>
    auth.grant === 'clientCredentials' ? byClientCredentials(auth, context) : byRefreshToken(auth, context),
  );

async function byClientCredentials(auth: OAuth2Auth, context: AuthContext): Promise<Token> {
  const { token } = await askForToken(auth, { grant_type: 'client_credentials', ...scopeOf(auth) }, context);
  return token;
}

async function byRefreshToken(auth: OAuth2Auth, context: AuthContext): Promise<Token> {
  const { settings, system, store } = context;
  const setting = auth.refreshToken ?? '';
  const given = settings.get(setting);
  const from = given === undefined ? undefined : createHash('sha256').update(given).digest('hex');
  const key = storeKey(context);
  const stored = await store?.get(key);
  // A token in the settings that is not the one we began with is newer than what came of that.
  const refreshToken =
    stored !== undefined && (from === undefined || stored.from === from) ? stored.refreshToken : given;
  if (refreshToken === undefined) {
    const how = `run 'flowright connect' for ${system.id}, or set ${setting}`;
    throw new FatalError('unauthorized', `${system.id} is not connected: ${how}`, { system: system.id, setting });
  }
  context.learn(refreshToken);
  const form = { grant_type: 'refresh_token', refresh_token: refreshToken };
  const { token, next } = await askForToken(auth, form, context);
  if (next !== undefined && next !== refreshToken) {
    context.learn(next);
    await store?.put(key, { refreshToken: next, ...(from !== undefined && { from }) });
  }
  return token;
}

/** By what a refresh token is stored. */
export function storeKey({ system, tenant }: Pick<AuthContext, 'system' | 'tenant'>): string {
  return `${system.id}/${tenant}`;
}

/** The scopes as the parameter that asks for them; nothing where none are declared. */
export function scopeOf({ scopes }: OAuth2Auth): Readonly<Record<string, string>> {
  return scopes === undefined ? {} : { scope: scopes.join(' ') };
}

/** Sends a grant to the token endpoint: the access token, and the refresh token where one is given. */
export async function askForToken(
  auth: OAuth2Auth,
  grant: Readonly<Record<string, string>>,
  context: AuthContext,
): Promise<{ readonly token: Token; readonly next: string | undefined }> {
  const proof = await clientProof(auth, context);
  const form = { ...grant, ...valuesOf(auth.params, context), ...proof.form };
  const given = ['refresh_token', 'code', 'code_verifier', 'assertion'].flatMap((name) => grant[name] ?? []);
  const { body } = await requestToken(
    auth.token,
    {
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...proof.headers },
      body: new URLSearchParams(form).toString(),
      secrets: [...proof.secrets, ...given],
    },
    context,
  );
  const { access_token: accessToken, refresh_token: next, error }: Record<string, unknown> = Object(body);
  // Some answer 200 and say that it is none.
  if (accessToken === undefined && typeof error === 'string')
    throw new FatalError('unauthorized', `${context.system.id}: no access token: ${error}`, {
      system: context.system.id,
    });
  const places = { token: () => accessToken, expiresIn: ['expires_in'] };
  return {
    token: readToken(body, places, context.system.id, context.now()),
    next: typeof next === 'string' && next !== '' ? next : undefined,
  };
}
