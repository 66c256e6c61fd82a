import type { SystemDefinition } from '../system.ts';
import type { JwtAuth } from './auth.ts';
import { readToken } from './read-token.ts';
import type { AuthContext, AuthScheme } from './scheme.ts';
import { keyFingerprint, signJwt } from './sign-jwt.ts';
import type { Token } from './token-cache.ts';
import { requestToken, tokenUrl } from './token-request.ts';
import { valueOf, valuesOf } from './values.ts';
import { BEARER, tokenKey, withToken } from './with-token.ts';

/** A JWT that we sign, as the token or in exchange for one (RFC 7523 section 2.1). */
export const jwt: AuthScheme<JwtAuth> = (auth, context) => {
  const key = tokenKey(context, 'jwt');
  if (auth.token === undefined) {
    const place = { in: 'header', name: auth.header, prefix: auth.prefix } as const;
    return withToken(key, place, context, async (): Promise<Token> => {
      const givenAt = context.now();
      return { value: await assertionOf(auth, context), givenAt, expiresAt: givenAt + auth.lifetimeMs };
    });
  }
  const { token } = auth;
  return withToken(key, BEARER, context, async () => {
    const assertion = await assertionOf(auth, context);
    const grant = { grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion };
    const { body } = await requestToken(
      token,
      {
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ ...grant, ...valuesOf(auth.params, context) }).toString(),
        secrets: [assertion],
      },
      context,
    );
    const places = { token: (answer: unknown): unknown => Object(answer).access_token, expiresIn: ['expires_in'] };
    return readToken(body, places, context.system.id, context.now());
  });
};

/** The JWT; where it is exchanged, it is meant for the token endpoint unless the claims say otherwise. */
async function assertionOf(auth: JwtAuth, context: AuthContext): Promise<string> {
  const source = { ...context, system: withFingerprint(auth, context) };
  const claims = Object.fromEntries(Object.entries(auth.claims).map(([name, ref]) => [name, valueOf(ref, source)]));
  const audience = auth.token === undefined ? {} : { aud: audienceOf(auth.token, context) };
  return signJwt(auth, { ...audience, ...claims }, auth.lifetimeMs, context);
}

function audienceOf(endpoint: NonNullable<JwtAuth['token']>, context: AuthContext): string {
  const { origin, path } = tokenUrl(endpoint, context);
  return origin + path;
}

/** The system with `{keyFingerprint}` among its variables, where a claim asks for it. */
function withFingerprint(auth: JwtAuth, context: AuthContext): SystemDefinition {
  const { system } = context;
  const asked = Object.values(auth.claims).some(
    ({ setting, default: text = '' }) => setting === '' && text.includes('{keyFingerprint}'),
  );
  if (!asked) return system;
  const fingerprint = { setting: '', default: keyFingerprint(auth, context) };
  return { ...system, variables: { ...system.variables, keyFingerprint: fingerprint } };
}
