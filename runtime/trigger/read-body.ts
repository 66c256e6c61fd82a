/**
 * The raw bytes of a request, or `undefined` where there are more than `limit`: a stated length is believed, since the
 * HTTP parser holds the sender to it; without one the bytes are counted as they come, and reading stops at the limit.
 */
export async function readBody(request: Request, limit: number): Promise<Uint8Array | undefined> {
  const stated = request.headers.get('content-length');
  if (stated !== null) return Number(stated) > limit ? undefined : new Uint8Array(await request.arrayBuffer());
  if (request.body === null) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body) {
    size += chunk.byteLength;
    if (size > limit) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
