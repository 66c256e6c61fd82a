import { notA } from './show-value.ts';

/** Base64 (RFC 4648 section 4) of a text in UTF-8. */
export function base64Encode(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64');
}

/**
 * The text in UTF-8 of base64, also of the URL-safe alphabet and without padding; line breaks are skipped.
 * `FatalError('invalid_input')` where it is not base64 or not UTF-8.
 */
export function base64Decode(encoded: string): string {
  const compact = encoded.replace(/[\r\n]/g, '');
  const body = compact.replace(/={1,2}$/, '');
  if (!/^[A-Za-z0-9+/_-]*$/.test(body) || body.length % 4 === 1) throw notA(encoded, 'base64');
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.from(body, 'base64'));
  } catch {
    throw notA(encoded, 'base64 of a text');
  }
}
