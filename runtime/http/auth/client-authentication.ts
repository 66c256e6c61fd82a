import { randomUUID } from 'node:crypto';
import type { OAuth2Auth } from './auth.ts';
import type { AuthContext } from './scheme.ts';
import { signJwt } from './sign-jwt.ts';
import { tokenUrl } from './token-request.ts';
import { valueIfAny, valueOf } from './values.ts';

/** What proves to the token endpoint which client asks. */
export interface ClientProof {
  readonly headers: Readonly<Record<string, string>>;
  readonly form: Readonly<Record<string, string>>;
  readonly secrets: readonly string[];
}

/** RFC 6749 section 2.3.1, and RFC 7523 section 2.2 for `privateKeyJwt`. */
export async function clientProof(auth: OAuth2Auth, context: AuthContext): Promise<ClientProof> {
  const clientId = valueOf(auth.clientId, context);
  const secret = valueIfAny(auth.clientSecret, context);
  if (auth.clientAuth === 'privateKeyJwt' && auth.signingKey !== undefined) {
    const { origin, path } = tokenUrl(auth.token, context);
    const claims = { iss: clientId, sub: clientId, aud: origin + path, jti: randomUUID() };
    const assertion = await signJwt(auth.signingKey, claims, 300_000, context);
    const type = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
    return {
      headers: {},
      form: { client_id: clientId, client_assertion_type: type, client_assertion: assertion },
      secrets: [assertion],
    };
  }
  if (auth.clientAuth === 'basic' && secret !== undefined) {
    const pair = Buffer.from(`${formEncoded(clientId)}:${formEncoded(secret)}`).toString('base64');
    return { headers: { authorization: `Basic ${pair}` }, form: {}, secrets: [secret, pair] };
  }
  return {
    headers: {},
    form: { client_id: clientId, ...(secret !== undefined && { client_secret: secret }) },
    secrets: secret === undefined ? [] : [secret],
  };
}

/** RFC 6749 appendix B. */
function formEncoded(text: string): string {
  return new URLSearchParams({ '': text }).toString().slice(1);
}
