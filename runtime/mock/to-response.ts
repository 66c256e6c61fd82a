import type { MockAnswer } from './mock-request.ts';

/** Statuses whose answers have no body (Fetch, "null body status"). */
const bodiless: ReadonlySet<number> = new Set([204, 205, 304]);

/** An answer as it goes over the wire; `truncated`: the first half of its JSON. */
export function toResponse(answer: MockAnswer, truncated: boolean): Response {
  const headers = new Headers(answer.headers);
  const { status, body } = answer;
  if (truncated) {
    headers.set('content-type', 'application/json');
    return new Response(breakOff(body), { status, headers });
  }
  if (body === undefined || bodiless.has(status)) return new Response(null, { status, headers });
  if (body instanceof Uint8Array) return new Response(new Uint8Array(body), { status, headers });
  if (!headers.has('content-type')) headers.set('content-type', 'application/json');
  const isText = typeof body === 'string' && !/\bjson\b/iu.test(headers.get('content-type') ?? '');
  return new Response(isText ? body : JSON.stringify(body), { status, headers });
}

/** Text that starts as JSON and is none: half an object or list never is, half a number may be. */
function breakOff(body: unknown): string {
  const text = typeof body === 'object' && body !== null ? JSON.stringify(body) : '{"data":';
  return text.slice(0, Math.ceil(text.length / 2));
}
