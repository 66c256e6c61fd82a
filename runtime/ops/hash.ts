import { hash as digest } from 'node:crypto';

export type HashAlgorithm = 'md5' | 'sha1' | 'sha256' | 'sha512';

/** The digest of a text in UTF-8, in hex where not said otherwise. */
export function hash(text: string, algorithm: HashAlgorithm, encoding: 'hex' | 'base64' = 'hex'): string {
  return digest(algorithm, text, encoding);
}
