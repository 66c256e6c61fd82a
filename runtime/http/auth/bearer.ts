import type { Auth } from '../system.ts';
import type { AuthScheme } from './scheme.ts';

/** RFC 6750. */
export const bearer: AuthScheme<Extract<Auth, { kind: 'bearer' }>> = (auth, { settings }) => {
  const secret = settings.require({ setting: auth.secret });
  return { headers: { authorization: `Bearer ${secret}` }, secrets: [secret] };
};
