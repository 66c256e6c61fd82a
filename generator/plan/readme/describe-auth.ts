import type { Auth, SettingRef } from '@flowright/runtime';
import type { RichText } from '../../ir/readme.ts';
import { joined, rich } from './rich-text.ts';

/** How requests are authenticated; secrets by their names. */
export function describeAuth(auth: Auth): RichText {
  switch (auth.kind) {
    case 'none':
      return 'none';
    case 'bearer':
      return rich`bearer token ${auth.secret}`;
    case 'basic':
      return joined(['basic: ', joined([auth.username, auth.password].map(describeRef), ' and ')]);
    case 'apiKey':
      return joined([rich`API key ${auth.secret}`, place(auth)]);
    case 'oauth2': {
      const how = {
        clientCredentials: 'client credentials',
        authorizationCode: 'a person who agreed once',
        refreshToken: 'a refresh token',
      };
      const scopes = auth.scopes === undefined ? '' : `, for ${auth.scopes.join(' ')}`;
      return joined([`OAuth 2.0 by ${how[auth.grant]}, tokens from `, rich`${auth.token.url}`, scopes]);
    }
    case 'jwt':
      return auth.token === undefined
        ? joined([`JWT (${auth.algorithm}) signed with `, describeRef(auth.key)])
        : joined([
            `JWT (${auth.algorithm}) signed with `,
            describeRef(auth.key),
            ', exchanged for a token at ',
            rich`${auth.token.url}`,
          ]);
    case 'exchange':
      return joined([`token from ${auth.method} `, rich`${auth.token.url}`, place(auth)]);
    case 'signature':
      return joined([rich`HMAC with ${auth.secret}`, ' over the request in the header ', rich`${auth.header}`]);
    case 'awsSigV4':
      return joined(['AWS Signature Version 4 for ', rich`${auth.service}`]);
    case 'oauth1':
      return joined([`OAuth 1.0 (${auth.method}) with `, describeRef(auth.consumerKey)]);
    case 'mtls':
      return joined(['client certificate ', describeRef(auth.certificate)]);
    case 'all':
      return joined(auth.of.map(describeAuth), '; ');
  }
}

function describeRef(ref: SettingRef): RichText {
  return ref.setting === '' ? 'fixed' : rich`${ref.setting}`;
}

function place({ in: where, name }: { readonly in: 'header' | 'query' | 'cookie'; readonly name: string }): RichText {
  return joined([` in the ${where === 'query' ? 'query parameter' : where} `, rich`${name}`]);
}
