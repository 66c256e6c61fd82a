/** Refresh tokens that outlive the process. */
export interface TokenStore {
  get(key: string): Promise<StoredToken | undefined>;
  put(key: string, token: StoredToken): Promise<void>;
}

/** A refresh token as it was last given. */
export interface StoredToken {
  readonly refreshToken: string;
  /** The hash of the setting that it came from; where the setting changes, it goes before what is stored. */
  readonly from?: string;
}

/** Forgets everything with the process. */
export function memoryTokenStore(): TokenStore {
  const tokens = new Map<string, StoredToken>();
  return {
    get: (key) => Promise.resolve(tokens.get(key)),
    put: (key, token) => {
      tokens.set(key, token);
      return Promise.resolve();
    },
  };
}
