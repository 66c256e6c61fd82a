import type { Settings } from '../../settings/settings.ts';
import type { Auth } from '../system.ts';
import { apiKey } from './api-key.ts';
import { basic } from './basic.ts';
import { bearer } from './bearer.ts';
import type { Credentials } from './scheme.ts';

const none: Credentials = { secrets: [] };

/** The credentials of a system's scheme. A secret that is not set is a `FatalError('internal')` naming the setting. */
export function credentialsFor(auth: Auth, settings: Settings): Credentials | Promise<Credentials> {
  switch (auth.kind) {
    case 'none':
      return none;
    case 'apiKey':
      return apiKey(auth, settings);
    case 'basic':
      return basic(auth, settings);
    case 'bearer':
      return bearer(auth, settings);
  }
}
