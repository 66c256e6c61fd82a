import { combine } from './all.ts';
import { apiKey } from './api-key.ts';
import type { Auth } from './auth.ts';
import { awsSigV4 } from './aws-sig-v4.ts';
import { basic } from './basic.ts';
import { bearer } from './bearer.ts';
import { jwt } from './jwt.ts';
import { oauth1 } from './oauth1.ts';
import { oauth2 } from './oauth2.ts';
import type { AuthContext, Credentials } from './scheme.ts';
import { signature } from './signature.ts';
import { tokenExchange } from './token-exchange.ts';

const none: Credentials = { secrets: [] };

/** The credentials of a system's scheme. A secret that is not set is a `FatalError('internal')` naming the setting. */
export function credentialsFor(auth: Auth, context: AuthContext): Credentials | Promise<Credentials> {
  switch (auth.kind) {
    case 'none':
      return none;
    case 'apiKey':
      return apiKey(auth, context);
    case 'basic':
      return basic(auth, context);
    case 'bearer':
      return bearer(auth, context);
    case 'oauth2':
      return oauth2(auth, context);
    case 'jwt':
      return jwt(auth, context);
    case 'exchange':
      return tokenExchange(auth, context);
    case 'signature':
      return signature(auth, context);
    case 'awsSigV4':
      return awsSigV4(auth, context);
    case 'oauth1':
      return oauth1(auth, context);
    case 'mtls':
      // The connection has the certificate.
      return none;
    case 'all':
      return Promise.all(auth.of.map(async (one) => credentialsFor(one, context))).then(combine);
  }
}
