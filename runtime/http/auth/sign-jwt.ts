import { createHash, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import type { SignJWT } from 'jose';
import { FatalError } from '../../context/errors.ts';
import type { SigningKey } from './auth.ts';
import type { AuthContext } from './scheme.ts';
import { valueIfAny, valueOf } from './values.ts';

/** A JWT (RFC 7519) that says `claims`, from now on for `lifetimeMs`. */
export async function signJwt(
  signing: SigningKey,
  claims: Readonly<Record<string, unknown>>,
  lifetimeMs: number,
  context: Pick<AuthContext, 'system' | 'settings' | 'now'>,
): Promise<string> {
  // Loaded where a system asks for it: most do not.
  const { SignJWT: Jwt } = await import('jose');
  const keyId = valueIfAny(signing.keyId, context);
  const now = Math.floor(context.now() / 1000);
  const jwt: SignJWT = new Jwt({ ...claims, iat: now, exp: now + Math.floor(lifetimeMs / 1000) });
  jwt.setProtectedHeader({ alg: signing.algorithm, typ: 'JWT', ...(keyId !== undefined && { kid: keyId }) });
  const key = signing.algorithm.startsWith('HS')
    ? Buffer.from(valueOf(signing.key, context))
    : privateKey(signing, context);
  try {
    return await jwt.sign(key);
  } catch {
    throw new FatalError(
      'internal',
      `the key in the setting ${signing.key.setting} does not fit ${signing.algorithm}`,
      {
        setting: signing.key.setting,
      },
    );
  }
}

/** The private key out of a setting: PEM, its line breaks perhaps written as `\n`, or the base64 of the PEM. */
export function privateKey(
  { key, passphrase }: Pick<SigningKey, 'key' | 'passphrase'>,
  context: Pick<AuthContext, 'system' | 'settings'>,
): KeyObject {
  const secret = valueIfAny(passphrase, context);
  try {
    return createPrivateKey({
      key: pemOf(valueOf(key, context)),
      ...(secret !== undefined && { passphrase: secret }),
    });
  } catch {
    throw new FatalError(
      'internal',
      `the setting ${key.setting} holds no private key in PEM, or its passphrase is another`,
      {
        setting: key.setting,
      },
    );
  }
}

/** PEM as it is: an environment variable often has `\n` for a line break, or the base64 of all of it. */
export function pemOf(text: string): string {
  const lines = text.replaceAll('\\n', '\n');
  return lines.includes('-----BEGIN') ? lines : Buffer.from(lines, 'base64').toString('utf8');
}

/** `SHA256:` and the base64 of the hash of the public key (DER, SubjectPublicKeyInfo). */
export function keyFingerprint(signing: SigningKey, context: Pick<AuthContext, 'system' | 'settings'>): string {
  const der = createPublicKey(privateKey(signing, context)).export({ type: 'spki', format: 'der' });
  return `SHA256:${createHash('sha256').update(der).digest('base64')}`;
}
