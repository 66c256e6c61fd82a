import { generateKeyPairSync } from 'node:crypto';
import { authSettings } from '../../http/auth/auth-settings.ts';
import type { JwtAlgorithm } from '../../http/auth/auth.ts';
import type { MockSystem } from '../definition.ts';

/** Setting name to value. */
export type Credentials = Readonly<Record<string, string>>;

/** A credential for every setting that the systems' auth names: the given one, its default, or a made-up one. */
export function makeCredentials(systems: readonly MockSystem[], given: Credentials = {}): Credentials {
  const settings = systems.flatMap((system) => authSettings(system.auth));
  return Object.fromEntries(
    settings
      // What need not be set is not, but for the refresh token, which a person would have got by agreeing.
      .filter(
        ({ ref, secret, keyFor }) =>
          ref.optional !== true || (secret && keyFor === undefined && isRefreshToken(ref.setting, systems)),
      )
      .map(({ ref, keyFor }) => [
        ref.setting,
        given[ref.setting] ??
          ref.default ??
          (keyFor === undefined ? madeUp(ref.setting) : privateKeyFor(keyFor, ref.setting)),
      ]),
  );
}

function isRefreshToken(setting: string, systems: readonly MockSystem[]): boolean {
  return systems.some(({ auth }) =>
    (auth.kind === 'all' ? auth.of : [auth]).some((one) => one.kind === 'oauth2' && one.refreshToken === setting),
  );
}

function madeUp(setting: string): string {
  return `mock-${setting.toLowerCase().replaceAll('_', '-')}`;
}

/** Keys that were made, by their kind: to make one takes longer than a test should. */
const keys = new Map<string, string>();

function privateKeyFor(algorithm: JwtAlgorithm, setting: string): string {
  if (algorithm.startsWith('HS')) return madeUp(setting).padEnd(64, '0');
  const known = keys.get(algorithm);
  if (known !== undefined) return known;
  const pem = keyPair(algorithm).export({ type: 'pkcs8', format: 'pem' }).toString();
  keys.set(algorithm, pem);
  return pem;
}

function keyPair(algorithm: JwtAlgorithm): ReturnType<typeof generateKeyPairSync>['privateKey'] {
  switch (algorithm) {
    case 'ES256':
      return generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
    case 'ES384':
      return generateKeyPairSync('ec', { namedCurve: 'P-384' }).privateKey;
    case 'ES512':
      return generateKeyPairSync('ec', { namedCurve: 'P-521' }).privateKey;
    case 'EdDSA':
      return generateKeyPairSync('ed25519').privateKey;
    default:
      return generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  }
}
