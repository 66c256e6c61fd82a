import type { AwsSigV4Auth, MtlsAuth, OAuth1Auth } from '@flowright/runtime';
import type { SpecPath } from '../../diagnostics/place.ts';
import type { AwsSigV4, Mtls, OAuth1 } from '../../spec/types.ts';
import { checkedValue, ownSetting, type AuthScope } from './settings.ts';

/** The names of the settings are those that AWS's own tools read. */
export function awsAuth(aws: AwsSigV4, at: SpecPath, scope: AuthScope): AwsSigV4Auth {
  return {
    kind: 'awsSigV4',
    service: aws.service,
    region: aws.region === undefined ? { setting: 'AWS_REGION' } : checkedValue(aws.region, [...at, 'region'], scope),
    accessKeyId: { setting: aws.accessKeyId?.secret ?? 'AWS_ACCESS_KEY_ID' },
    secretAccessKey: { setting: aws.secretAccessKey?.secret ?? 'AWS_SECRET_ACCESS_KEY' },
    sessionToken: { setting: aws.sessionToken?.secret ?? 'AWS_SESSION_TOKEN', optional: true },
  };
}

export function oauth1Auth(oauth1: OAuth1, scope: AuthScope): OAuth1Auth {
  const { method = 'HMAC-SHA1', realm } = oauth1;
  return {
    kind: 'oauth1',
    method,
    consumerKey: ownSetting(oauth1.consumerKey, 'CONSUMER_KEY', scope),
    consumerSecret: ownSetting(oauth1.consumerSecret, 'CONSUMER_SECRET', scope),
    ...(oauth1.twoLegged !== true && {
      token: ownSetting(oauth1.token, 'TOKEN', scope),
      ...(method !== 'RSA-SHA1' && { tokenSecret: ownSetting(oauth1.tokenSecret, 'TOKEN_SECRET', scope) }),
    }),
    ...(realm !== undefined && { realm }),
  };
}

export function mtlsAuth({ certificate, key, passphrase, ca }: Mtls, scope: AuthScope): MtlsAuth {
  return {
    kind: 'mtls',
    certificate: ownSetting(certificate, 'CLIENT_CERTIFICATE', scope),
    key: ownSetting(key, 'CLIENT_KEY', scope),
    ...(passphrase !== undefined && { passphrase: { setting: passphrase.secret, optional: true } }),
    ...(ca !== undefined && { ca: { setting: ca.secret } }),
  };
}
