import type { OAuth2Auth } from '@flowright/runtime';
import type { SpecPath } from '../../diagnostics/place.ts';
import type { OAuth2 } from '../../spec/types.ts';
import {
  checkedValue,
  checkedValues,
  checkText,
  ownName,
  ownSetting,
  tokenEndpoint,
  type AuthScope,
} from './settings.ts';
import { signingKey } from './signing-key.ts';

export function oauth2Auth(oauth2: OAuth2, at: SpecPath, scope: AuthScope): OAuth2Auth {
  checkParts(oauth2, at, scope);
  const { grant, authorizeUrl, clientId, clientSecret, scopes, clientAuth = 'body', key } = oauth2;
  if (authorizeUrl !== undefined) checkText(authorizeUrl, [...at, 'authorizeUrl'], scope);
  const isPublic = clientSecret === 'none';
  return {
    kind: 'oauth2',
    grant,
    token: tokenEndpoint(oauth2.tokenUrl, [...at, 'tokenUrl'], scope),
    ...(authorizeUrl !== undefined && { authorizeUrl }),
    ...(oauth2.authorizeParams !== undefined && {
      authorizeParams: checkedValues(oauth2.authorizeParams, [...at, 'authorizeParams'], scope),
    }),
    clientId:
      clientId === undefined
        ? ownSetting(undefined, 'CLIENT_ID', scope)
        : checkedValue(clientId, [...at, 'clientId'], scope),
    ...(!isPublic &&
      clientAuth !== 'privateKeyJwt' && { clientSecret: ownSetting(clientSecret, 'CLIENT_SECRET', scope) }),
    ...(grant !== 'clientCredentials' && {
      refreshToken: oauth2.refreshToken?.secret ?? ownName('REFRESH_TOKEN', scope.system),
    }),
    ...(scopes !== undefined && { scopes }),
    ...(oauth2.params !== undefined && { params: checkedValues(oauth2.params, [...at, 'params'], scope) }),
    clientAuth: isPublic ? 'none' : clientAuth,
    ...(clientAuth === 'privateKeyJwt' && key !== undefined && { signingKey: signingKey(key, oauth2, at, scope) }),
  };
}

/** Parts that belong to one grant, or to one way in which a client proves itself. */
function checkParts(oauth2: OAuth2, at: SpecPath, { report }: AuthScope): void {
  const { grant, clientAuth } = oauth2;
  const refuse = (part: keyof OAuth2, owner: string): void => {
    if (oauth2[part] !== undefined)
      report.add('FR2017', { part, owner, fix: `leave ${part} out` }, [...at, part], { on: 'key' });
  };
  if (grant === 'authorizationCode') {
    if (oauth2.authorizeUrl === undefined)
      report.add('FR2015', { what: 'grant: authorizationCode', needs: "'authorizeUrl'" }, [...at, 'grant']);
  } else {
    refuse('authorizeUrl', `grant: ${grant}`);
    refuse('authorizeParams', `grant: ${grant}`);
  }
  if (grant === 'clientCredentials') refuse('refreshToken', 'grant: clientCredentials');
  if (clientAuth === 'privateKeyJwt') {
    if (oauth2.key === undefined)
      report.add('FR2015', { what: 'clientAuth: privateKeyJwt', needs: "'key'" }, [...at, 'clientAuth']);
    refuse('clientSecret', 'clientAuth: privateKeyJwt');
  } else {
    for (const part of ['key', 'algorithm', 'passphrase', 'keyId'] as const)
      refuse(part, 'a client that signs nothing (clientAuth: privateKeyJwt)');
  }
}
