import { settingsFrom } from '../../settings/settings.ts';
import type { AuthContext } from '../auth/scheme.ts';
import { TokenCache } from '../auth/token-cache.ts';
import { shopAt } from './loopback.ts';

/** What a scheme needs that asks nobody, at a time (epoch milliseconds). */
export function schemeContext(environment: Readonly<Record<string, string>>, now = 0): AuthContext {
  return {
    system: shopAt('https://shop.example'),
    settings: settingsFrom(environment),
    tenant: 'acme',
    now: () => now,
    dispatcher: { dispatch: () => false },
    signal: new AbortController().signal,
    tokens: new TokenCache(),
    learn: () => undefined,
  };
}
