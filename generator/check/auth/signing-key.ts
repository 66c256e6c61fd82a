import type { SigningKey } from '@flowright/runtime';
import type { SpecPath } from '../../diagnostics/place.ts';
import type { JwtAlgorithm, SettingOrText, SettingSecret } from '../../spec/types.ts';
import { checkedValue, type AuthScope } from './settings.ts';

interface KeyParts {
  readonly algorithm?: JwtAlgorithm;
  readonly passphrase?: SettingSecret;
  readonly keyId?: SettingOrText;
}

/** The key that signs JWTs. */
export function signingKey(
  key: SettingSecret,
  { algorithm = 'RS256', passphrase, keyId }: KeyParts,
  at: SpecPath,
  scope: AuthScope,
): SigningKey {
  return {
    algorithm,
    key: { setting: key.secret },
    ...(passphrase !== undefined && { passphrase: { setting: passphrase.secret, optional: true } }),
    ...(keyId !== undefined && { keyId: checkedValue(keyId, [...at, 'keyId'], scope) }),
  };
}
