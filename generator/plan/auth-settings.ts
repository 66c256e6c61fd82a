import type { Auth, AuthData, SettingRef, SigningKey } from '@flowright/runtime';
import type { SettingPlan } from '../ir/setting.ts';

/** The settings that an auth reads, with what each is, in the order in which a person would look for them. */
export function authSettings(auth: Auth, title: string): readonly SettingPlan[] {
  return partsOf(auth).flatMap(({ ref, what, secret = true }) => {
    if (ref === undefined || ref.setting === '') return [];
    const optional = ref.optional === true;
    return {
      name: ref.setting,
      secret,
      description: `${title}: ${what}${optional ? ' (need not be set)' : ''}`,
      ...(optional && { optional }),
    };
  });
}

interface Part {
  readonly ref: SettingRef | undefined;
  readonly what: string;
  readonly secret?: boolean;
}

function partsOf(auth: Auth): readonly Part[] {
  switch (auth.kind) {
    case 'none':
      return [];
    case 'basic':
      return [
        { ref: auth.username, what: 'user name' },
        { ref: auth.password, what: 'password' },
      ];
    case 'apiKey':
      return [{ ref: { setting: auth.secret }, what: 'API key' }];
    case 'bearer':
      return [{ ref: { setting: auth.secret }, what: 'access token' }];
    case 'oauth2':
      return [
        { ref: auth.clientId, what: 'OAuth client id', secret: false },
        { ref: auth.clientSecret, what: 'OAuth client secret' },
        ...keyParts(auth.signingKey),
        ...(auth.refreshToken === undefined
          ? []
          : [refreshToken(auth.refreshToken, auth.grant === 'authorizationCode')]),
        ...valueParts(auth.params, 'parameter of the request for a token'),
        ...valueParts(auth.authorizeParams, 'parameter of the authorization'),
      ];
    case 'jwt':
      return [
        ...keyParts(auth),
        ...valueParts(auth.claims, 'claim of the JWT'),
        ...valueParts(auth.params, 'parameter of the request for a token'),
      ];
    case 'exchange':
      return [
        ...(auth.auth === undefined ? [] : partsOf(auth.auth)),
        ...valueParts(auth.headers, 'header of the request for a token'),
        ...valueParts(auth.query, 'parameter of the request for a token'),
        ...dataParts(auth.body?.value ?? null, 'the log-in'),
      ];
    case 'signature':
      return [
        { ref: { setting: auth.secret }, what: 'secret that requests are signed with' },
        ...auth.payload.flatMap((part) =>
          typeof part === 'object' && 'setting' in part ? [{ ref: part, what: 'is part of what is signed' }] : [],
        ),
        ...valueParts(auth.headers, 'header'),
      ];
    case 'awsSigV4':
      return [
        { ref: auth.region, what: 'AWS region', secret: false },
        { ref: auth.accessKeyId, what: 'AWS access key id', secret: false },
        { ref: auth.secretAccessKey, what: 'AWS secret access key' },
        { ref: auth.sessionToken, what: 'AWS session token' },
      ];
    case 'oauth1':
      return [
        { ref: auth.consumerKey, what: 'OAuth 1 consumer key' },
        {
          ref: auth.consumerSecret,
          what: auth.method === 'RSA-SHA1' ? 'private key in PEM' : 'OAuth 1 consumer secret',
        },
        { ref: auth.token, what: 'OAuth 1 token' },
        { ref: auth.tokenSecret, what: 'OAuth 1 token secret' },
      ];
    case 'mtls':
      return [
        { ref: auth.certificate, what: 'client certificate in PEM', secret: false },
        { ref: auth.key, what: 'its private key in PEM' },
        { ref: auth.passphrase, what: 'what the private key is encrypted with' },
        { ref: auth.ca, what: "authorities that the server's certificate is checked against, in PEM", secret: false },
      ];
    case 'all':
      return auth.of.flatMap(partsOf);
  }
}

function refreshToken(setting: string, connects: boolean): Part {
  const what = connects ? "refresh token, where 'flowright connect' did not store one" : 'refresh token';
  return { ref: { setting, ...(connects && { optional: true }) }, what };
}

function keyParts(key: SigningKey | undefined): readonly Part[] {
  if (key === undefined) return [];
  const what = key.algorithm.startsWith('HS') ? 'secret that JWTs are signed with' : 'private key in PEM';
  return [
    { ref: key.key, what },
    { ref: key.passphrase, what: 'what the private key is encrypted with' },
    { ref: key.keyId, what: "the private key's id", secret: false },
  ];
}

function valueParts(values: Readonly<Record<string, SettingRef>> | undefined, of: string): readonly Part[] {
  return Object.entries(values ?? {}).map(([name, ref]) => ({ ref, what: `${name}, a ${of}` }));
}

function dataParts(data: AuthData, of: string, name = ''): readonly Part[] {
  if (typeof data !== 'object' || data === null) return [];
  if ('setting' in data && typeof data.setting === 'string')
    return [{ ref: { setting: data.setting }, what: `${name} of ${of}` }];
  return Object.entries(data).flatMap(([key, inner]: [string, AuthData]) => dataParts(inner, of, key));
}
