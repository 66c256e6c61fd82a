import type { SettingRef } from '../system.ts';
import type { Auth, AuthData, JwtAlgorithm, SigningKey, Values } from './auth.ts';

/** A setting that an auth reads. */
export interface AuthSetting {
  readonly ref: SettingRef;
  /** Its value is masked wherever it turns up. */
  readonly secret: boolean;
  /** It holds a private key for this algorithm. */
  readonly keyFor?: JwtAlgorithm;
}

/** The settings that an auth reads, in the order in which they stand; plain texts are none. */
export function authSettings(auth: Auth): readonly AuthSetting[] {
  return settingsIn(auth).filter(({ ref }) => ref.setting !== '');
}

function settingsIn(auth: Auth): readonly AuthSetting[] {
  switch (auth.kind) {
    case 'none':
      return [];
    case 'apiKey':
    case 'bearer':
      return [secret({ setting: auth.secret })];
    case 'basic':
      // A user name with a fixed password is the key.
      return [
        { ref: auth.username, secret: auth.password.setting === '' },
        { ref: auth.password, secret: auth.password.default === undefined },
      ];
    case 'oauth2':
      return [
        { ref: auth.clientId, secret: false },
        ...optional(auth.clientSecret),
        ...keySettings(auth.signingKey),
        ...(auth.refreshToken === undefined
          ? []
          : [secret({ setting: auth.refreshToken, ...(auth.grant === 'authorizationCode' && { optional: true }) })]),
        ...valueSettings(auth.params),
        ...valueSettings(auth.authorizeParams),
        urlSetting(auth.token.setting),
      ];
    case 'jwt':
      return [
        ...keySettings(auth),
        ...valueSettings(auth.claims),
        ...valueSettings(auth.params),
        ...(auth.token === undefined ? [] : [urlSetting(auth.token.setting)]),
      ];
    case 'exchange':
      return [
        ...(auth.auth === undefined ? [] : settingsIn(auth.auth)),
        ...[auth.headers, auth.query].flatMap(valueSettings),
        ...dataSettings(auth.body?.value ?? null),
        urlSetting(auth.token.setting),
      ];
    case 'signature':
      return [
        secret({ setting: auth.secret }),
        ...valueSettings(auth.headers),
        ...auth.payload.flatMap((part) => (typeof part === 'object' && 'setting' in part ? [secret(part)] : [])),
      ];
    case 'awsSigV4':
      return [
        { ref: auth.region, secret: false },
        { ref: auth.accessKeyId, secret: false },
        secret(auth.secretAccessKey),
        ...optional(auth.sessionToken && { ...auth.sessionToken, optional: true }),
      ];
    case 'oauth1':
      return [
        secret(auth.consumerKey),
        auth.method === 'RSA-SHA1' ? { ...secret(auth.consumerSecret), keyFor: 'RS256' } : secret(auth.consumerSecret),
        ...optional(auth.token),
        ...optional(auth.tokenSecret),
      ];
    case 'mtls':
      return [
        { ref: auth.certificate, secret: false },
        secret(auth.key),
        ...optional(auth.passphrase),
        ...(auth.ca === undefined ? [] : [{ ref: auth.ca, secret: false }]),
      ];
    case 'all':
      return auth.of.flatMap(settingsIn);
  }
}

function secret(ref: SettingRef): AuthSetting {
  return { ref, secret: true };
}

function optional(ref: SettingRef | undefined): readonly AuthSetting[] {
  return ref === undefined ? [] : [secret(ref)];
}

/** Where tokens come from may be set, and need not. */
function urlSetting(setting: string): AuthSetting {
  return { ref: { setting, optional: true }, secret: false };
}

function keySettings(key: SigningKey | undefined): readonly AuthSetting[] {
  if (key === undefined) return [];
  return [
    { ...secret(key.key), keyFor: key.algorithm },
    ...optional(key.passphrase && { ...key.passphrase, optional: true }),
    ...(key.keyId === undefined ? [] : [{ ref: key.keyId, secret: false }]),
  ];
}

function valueSettings(values: Values | undefined): readonly AuthSetting[] {
  return Object.values(values ?? {}).map(secret);
}

function dataSettings(data: AuthData): readonly AuthSetting[] {
  if (typeof data !== 'object' || data === null) return [];
  if (isSetting(data)) return [secret(data)];
  return Object.values(data).flatMap(dataSettings);
}

/** Whether a part of plain data stands for a value of the settings. */
export function isSetting(data: object): data is SettingRef {
  return 'setting' in data && typeof data.setting === 'string';
}
