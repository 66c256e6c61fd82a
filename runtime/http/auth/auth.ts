import type { SettingRef } from '../system.ts';

/** How requests to a system are authenticated; every secret is named, never held. A plain text may hold `{variables}` of the system. */
export type Auth =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'apiKey';
      readonly in: 'header' | 'query' | 'cookie';
      readonly name: string;
      readonly prefix?: string;
      readonly secret: string;
    }
  | { readonly kind: 'basic'; readonly username: SettingRef; readonly password: SettingRef }
  | { readonly kind: 'bearer'; readonly secret: string }
  | OAuth2Auth
  | JwtAuth
  | ExchangeAuth
  | SignatureAuth
  | AwsSigV4Auth
  | OAuth1Auth
  | MtlsAuth
  /** Several that all hold: a client certificate and a token. */
  | { readonly kind: 'all'; readonly of: readonly Auth[] };

/** Where tokens come from. */
export interface TokenEndpoint {
  readonly url: string;
  /** The setting that replaces the URL: `CRM_TOKEN_URL`. */
  readonly setting: string;
}

/** A private key in PEM (of HS256 and the like a shared secret), and what it signs with. */
export interface SigningKey {
  readonly algorithm: JwtAlgorithm;
  readonly key: SettingRef;
  readonly passphrase?: SettingRef;
  readonly keyId?: SettingRef;
}

export type JwtAlgorithm = `${'RS' | 'PS' | 'ES' | 'HS'}${256 | 384 | 512}` | 'EdDSA';

export type Values = Readonly<Record<string, SettingRef>>;

/** RFC 6749. */
export interface OAuth2Auth {
  readonly kind: 'oauth2';
  readonly grant: 'clientCredentials' | 'authorizationCode' | 'refreshToken';
  readonly token: TokenEndpoint;
  /** Where a person agrees (`authorizationCode`). */
  readonly authorizeUrl?: string;
  readonly authorizeParams?: Values;
  readonly clientId: SettingRef;
  readonly clientSecret?: SettingRef;
  /** The setting that may hold the refresh token. */
  readonly refreshToken?: string;
  readonly scopes?: readonly string[];
  readonly params?: Values;
  readonly clientAuth: 'body' | 'basic' | 'none' | 'privateKeyJwt';
  readonly signingKey?: SigningKey;
}

/** A JWT that we sign: sent as it is, or exchanged for an access token (RFC 7523) where there is a token endpoint. */
export interface JwtAuth extends SigningKey {
  readonly kind: 'jwt';
  /** Beside `iat` and `exp`; `{keyFingerprint}` is the SHA-256 of the public key, as Snowflake writes it. */
  readonly claims: Values;
  readonly lifetimeMs: number;
  readonly token?: TokenEndpoint;
  readonly params?: Values;
  readonly header: string;
  readonly prefix: string;
}

/** A request of the API's own kind that gives a token. */
export interface ExchangeAuth {
  readonly kind: 'exchange';
  readonly token: TokenEndpoint;
  readonly method: 'GET' | 'POST' | 'PUT';
  /** What proves that we may have a token, beside what stands in the request. */
  readonly auth?: Auth;
  readonly headers?: Values;
  readonly query?: Values;
  readonly body?: { readonly as: 'json' | 'form'; readonly value: AuthData };
  /** Where the answer has the token: a path of the body, or a header. */
  readonly from: { readonly path: readonly (string | number)[] } | { readonly header: string };
  /** Where the answer says how many seconds the token is good for, or until when (epoch seconds, milliseconds, or ISO 8601). */
  readonly expiresIn?: readonly (string | number)[];
  readonly expiresAt?: readonly (string | number)[];
  readonly lifetimeMs?: number;
  /** How requests carry the token. */
  readonly in: 'header' | 'query' | 'cookie';
  readonly name: string;
  readonly prefix: string;
}

/** Plain data in which an object `{ setting }` stands for a value of the settings. */
export type AuthData =
  | string
  | number
  | boolean
  | null
  | SettingRef
  | readonly AuthData[]
  | { readonly [name: string]: AuthData };

/** What is signed, part by part; `target` is the path with the query. */
export type SignedPart =
  | 'method'
  | 'path'
  | 'query'
  | 'target'
  | 'host'
  | 'body'
  | 'bodyHash'
  | 'timestamp'
  | 'nonce'
  | { readonly text: string }
  | { readonly header: string }
  | { readonly setting: string };

/** An HMAC over parts of the request. */
export interface SignatureAuth {
  readonly kind: 'signature';
  readonly algorithm: 'sha1' | 'sha256' | 'sha512';
  readonly header: string;
  readonly encoding: 'hex' | 'base64';
  readonly prefix?: string;
  readonly secret: string;
  readonly secretEncoding?: 'base64' | 'hex';
  readonly payload: readonly SignedPart[];
  readonly timestamp?: { readonly header: string; readonly format: 'seconds' | 'milliseconds' | 'iso' };
  readonly nonce?: { readonly header: string };
  /** Further headers: the key's id. */
  readonly headers?: Values;
}

export interface AwsSigV4Auth {
  readonly kind: 'awsSigV4';
  readonly service: string;
  readonly region: SettingRef;
  readonly accessKeyId: SettingRef;
  readonly secretAccessKey: SettingRef;
  readonly sessionToken?: SettingRef;
}

/** RFC 5849. */
export interface OAuth1Auth {
  readonly kind: 'oauth1';
  readonly method: 'HMAC-SHA1' | 'HMAC-SHA256' | 'RSA-SHA1' | 'PLAINTEXT';
  readonly consumerKey: SettingRef;
  /** For RSA-SHA1 the private key in PEM. */
  readonly consumerSecret: SettingRef;
  readonly token?: SettingRef;
  readonly tokenSecret?: SettingRef;
  readonly realm?: string;
}

/** A client certificate; each setting holds PEM. */
export interface MtlsAuth {
  readonly kind: 'mtls';
  readonly certificate: SettingRef;
  readonly key: SettingRef;
  readonly passphrase?: SettingRef;
  /** The authorities that the server's certificate is checked against, where they are not the usual ones. */
  readonly ca?: SettingRef;
}
