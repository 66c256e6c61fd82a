import type { MockServer } from '../server.ts';

/** An answer with its body read: JSON where it is some, otherwise text. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/** Asks a mock server over real HTTP; `url` is absolute or below the server's `/`. */
export async function ask(
  url: string,
  method = 'GET',
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const json = body === undefined ? {} : { 'content-type': 'application/json' };
  const response = await fetch(url, {
    method,
    headers: { ...json, ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: read(text) };
}

/** Asks the shop's system with its key. */
export function askShop(
  server: MockServer,
  path: string,
  method = 'GET',
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  return ask(`${server.urls['shop']}${path}`, method, body, { 'x-shop-key': 'mock-shop-key', ...headers });
}

function read(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
