import { createHash } from 'node:crypto';

/** SHA-256 as 64 hexadecimal digits; of a text, that of its bytes in UTF-8. */
export function hash(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
