import type { Auth } from '../system.ts';
import type { AuthScheme } from './scheme.ts';

/** A key in a header, a query parameter or a cookie, after its prefix (`Token `). */
export const apiKey: AuthScheme<Extract<Auth, { kind: 'apiKey' }>> = (auth, { settings }) => {
  const secret = settings.require({ setting: auth.secret });
  const carried = { [auth.name]: `${auth.prefix ?? ''}${secret}` };
  if (auth.in === 'header') return { headers: carried, secrets: [secret] };
  if (auth.in === 'query') return { query: carried, secrets: [secret] };
  return { cookies: carried, secrets: [secret] };
};
