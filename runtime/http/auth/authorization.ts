import { createHash, randomBytes } from 'node:crypto';
import { FatalError } from '../../context/errors.ts';
import { DEFAULT_TENANT } from '../../context/default-tenant.ts';
import type { Settings } from '../../settings/settings.ts';
import { createAgents } from '../agents.ts';
import type { SettingRef, SystemDefinition } from '../system.ts';
import type { Auth, OAuth2Auth } from './auth.ts';
import { authSettings } from './auth-settings.ts';
import { askForToken, scopeOf, storeKey } from './oauth2.ts';
import type { AuthContext } from './scheme.ts';
import { TokenCache } from './token-cache.ts';
import type { TokenStore } from './token-store.ts';
import { valueOf, valuesOf } from './values.ts';

/** A person's consent that is being asked for (RFC 6749 section 4.1, with PKCE, RFC 7636). */
export interface Authorization {
  /** Where the person agrees. */
  readonly url: string;
  /**
   * Takes what came back to the redirect URI, and stores the refresh token. A `FatalError` where it is none of ours, where the
   * person did not agree, or where the system gives no refresh token.
   */
  redeem(answer: URLSearchParams, store: TokenStore): Promise<void>;
}

/** Begins to connect a system; `undefined` where no person has to agree to it. */
export function authorize(
  system: SystemDefinition,
  settings: Settings,
  redirectUri: string,
): Authorization | undefined {
  const auth = byConsent(system.auth);
  if (auth?.authorizeUrl === undefined) return undefined;
  const state = randomBytes(32).toString('base64url');
  const verifier = randomBytes(32).toString('base64url');
  const source = { system, settings };
  const url = new URL(valueOf({ setting: '', default: auth.authorizeUrl }, source));
  const parameters = {
    response_type: 'code',
    client_id: valueOf(auth.clientId, source),
    redirect_uri: redirectUri,
    ...scopeOf(auth),
    state,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...valuesOf(auth.authorizeParams, source),
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  const fail = (what: string): FatalError =>
    new FatalError('unauthorized', `${system.id}: ${what}`, { system: system.id });
  return {
    url: url.href,
    async redeem(answer, store) {
      // Whoever sends another state did not come from the page that we named.
      if (answer.get('state') !== state) throw fail('the answer belongs to another request; begin anew');
      const error = answer.get('error');
      if (error !== null) throw fail(`it was not agreed to: ${answer.get('error_description') ?? error}`);
      const code = answer.get('code');
      if (code === null) throw fail('the answer holds no code');
      const grant = { grant_type: 'authorization_code', code, redirect_uri: redirectUri, code_verifier: verifier };
      const agents = createAgents(settings);
      try {
        const context: AuthContext = {
          ...source,
          tenant: DEFAULT_TENANT,
          now: Date.now,
          dispatcher: agents.of(system),
          signal: new AbortController().signal,
          tokens: new TokenCache(),
          learn: () => undefined,
        };
        const { next } = await askForToken(auth, grant, context);
        if (next === undefined)
          throw fail(
            'it gave no refresh token; many ask for a scope (offline_access) or a parameter (access_type: offline)',
          );
        await store.put(storeKey(context), { refreshToken: next, ...fromSetting(auth, settings) });
      } finally {
        await agents.close();
      }
    },
  };
}

/** A refresh token in the settings that stands there already is older than the one that is stored now. */
function fromSetting({ refreshToken = '' }: OAuth2Auth, settings: Settings): { readonly from?: string } {
  const given = settings.get(refreshToken);
  return given === undefined ? {} : { from: createHash('sha256').update(given).digest('hex') };
}

/** The settings that connecting a system reads. */
export function authorizationSettings(system: SystemDefinition): readonly SettingRef[] {
  return [...Object.values(system.variables), ...authSettings(system.auth).map(({ ref }) => ref)];
}

function byConsent(auth: Auth): OAuth2Auth | undefined {
  if (auth.kind === 'all') return auth.of.map(byConsent).find((found) => found !== undefined);
  return auth.kind === 'oauth2' && auth.grant === 'authorizationCode' ? auth : undefined;
}
