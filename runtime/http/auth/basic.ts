import { FatalError } from '../../context/errors.ts';
import type { Auth } from '../system.ts';
import type { AuthScheme } from './scheme.ts';

/** RFC 7617, in UTF-8. The username counts as a secret too: some systems take their key there, with '' as password's default. */
export const basic: AuthScheme<Extract<Auth, { kind: 'basic' }>> = (auth, { settings }) => {
  const username = settings.require(auth.username);
  const password = settings.require(auth.password);
  if (username.includes(':')) {
    throw new FatalError(
      'invalid_input',
      `the setting ${auth.username.setting} holds a ':', which a username cannot have`,
    );
  }
  const token = Buffer.from(`${username}:${password}`).toString('base64');
  return { headers: { authorization: `Basic ${token}` }, secrets: [username, password, token] };
};
