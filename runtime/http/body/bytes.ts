import { type BinaryContent, BodyError } from './payload.ts';

/** The bytes of a text or of a content that is either text or base64; a `BodyError` where it is both, none, or no base64. */
export function bytesOf(content: unknown): Buffer {
  if (typeof content === 'string') return Buffer.from(content);
  const { text, base64 }: BinaryContent = Object(content);
  if (typeof text === 'string' && typeof base64 === 'string') throw new BodyError('has both text and base64');
  if (typeof text === 'string') return Buffer.from(text);
  if (typeof base64 !== 'string') throw new BodyError('has neither text nor base64');
  const compact = base64.replaceAll(/\s/g, '');
  if (!/^[A-Za-z0-9+/_-]*={0,2}$/.test(compact) || compact.replaceAll('=', '').length % 4 === 1)
    throw new BodyError('is not valid base64');
  return Buffer.from(compact, 'base64');
}
