import { promisify } from 'node:util';
import { brotliDecompress, brotliDecompressSync, gunzip, gunzipSync } from 'node:zlib';

/** What `decodeBody` can undo, for `Accept-Encoding`. */
export const acceptedEncodings = 'gzip, br';

/** A body smaller than this is decoded at once; the thread pool pays only above. */
const inlineBytes = 64 * 1024;

const gunzipAsync = promisify(gunzip);
const brotliAsync = promisify(brotliDecompress);

/** The body is not what its `Content-Encoding` says, or too large once decoded. */
export class DecodeError extends Error {
  override readonly name = 'DecodeError';
}

/** Undoes the `Content-Encoding` of a body; at most `maxBytes` come out of it, whatever went in. Fails with a `DecodeError`. */
export async function decodeBody(body: Buffer, encoding: string | undefined, maxBytes: number): Promise<Buffer> {
  let decoded = body;
  // Listed in the order in which they were applied (RFC 9110 section 8.4).
  for (const name of (encoding ?? '').toLowerCase().split(',').toReversed())
    decoded = await decodeOne(decoded, name.trim(), maxBytes);
  return decoded;
}

async function decodeOne(body: Buffer, encoding: string, maxBytes: number): Promise<Buffer> {
  if (encoding === '' || encoding === 'identity' || body.length === 0) return body;
  const options = { maxOutputLength: maxBytes };
  const inline = body.length < inlineBytes;
  try {
    if (encoding === 'gzip' || encoding === 'x-gzip')
      return inline ? gunzipSync(body, options) : await gunzipAsync(body, options);
    if (encoding === 'br') return inline ? brotliDecompressSync(body, options) : await brotliAsync(body, options);
  } catch (error) {
    const tooLarge = error instanceof RangeError;
    throw new DecodeError(tooLarge ? `its body is larger than ${maxBytes} bytes` : `its body is not valid ${encoding}`);
  }
  throw new DecodeError(`its content encoding '${encoding}' is not one that was asked for`);
}
