import { expect, onTestFinished, test } from 'vitest';
import type { Exchange } from '../cases/recorded-case.ts';
import { serveExchanges, type ExchangeServer } from './serve-exchanges.ts';

const page = (number: string, parts: Partial<Exchange> = {}): Exchange => ({
  method: 'GET',
  path: '/v1/items',
  query: { page: number },
  requestHeaders: {},
  status: 200,
  responseHeaders: { 'content-type': 'application/json' },
  responseBody: [],
  bodyEncoding: 'json',
  ...parts,
});

async function serve(exchanges: readonly Exchange[], output: unknown = null): Promise<ExchangeServer> {
  const server = await serveExchanges({ exchanges, expected: { output } });
  onTestFinished(() => server.close());
  return server;
}

test('answers as recorded, as often as it is asked, and tells what was never asked', async () => {
  const server = await serve([page('1', { responseBody: { id: 1 } }), page('2')]);
  for (let count = 0; count < 2; count += 1)
    expect(await (await fetch(`${server.origin}/v1/items?page=1`)).json()).toEqual({ id: 1 });
  expect(server.requests()).toEqual(['GET /v1/items?page=1', 'GET /v1/items?page=1']);
  expect(server.problems()).toEqual([]);
  expect(server.unused()).toEqual(['GET /v1/items']);
});

test('answers 599 to what was not recorded, and says so', async () => {
  const server = await serve([page('1')]);
  expect((await fetch(`${server.origin}/v1/items?page=3`)).status).toBe(599);
  expect(server.problems()).toEqual(['unexpected request GET /v1/items?page=3']);
});

test('a client that asks for ever is refused', async () => {
  const server = await serve([page('1')]);
  for (let count = 0; count < 23; count += 1) await fetch(`${server.origin}/v1/items?page=1`);
  expect((await fetch(`${server.origin}/v1/items?page=1`)).status).toBe(599);
  expect(server.problems()).toEqual(['more than 23 requests']);
});

test('sends bytes and text as they are', async () => {
  const server = await serve([
    page('1', { bodyEncoding: 'base64', responseBody: 'AP8=' }),
    page('2', { bodyEncoding: 'text', responseBody: '{not json' }),
  ]);
  expect(new Uint8Array(await (await fetch(`${server.origin}/v1/items?page=1`)).arrayBuffer())).toEqual(
    new Uint8Array([0, 255]),
  );
  expect(await (await fetch(`${server.origin}/v1/items?page=2`)).text()).toBe('{not json');
});

test('leads links to further pages back to itself, but leaves data alone', async () => {
  const next = 'https://api.example.com/v1/items?page=2';
  const picture = 'https://cdn.example.com/v1/items';
  const server = await serve(
    [
      page('1', {
        responseHeaders: { link: `<${next}>; rel="next"` },
        responseBody: { next, picture, text: 'https://', other: 'https://api.example.com/v1/others' },
      }),
      page('2'),
    ],
    { picture },
  );
  const answer = await fetch(`${server.origin}/v1/items?page=1`);
  const back = `${server.origin}/v1/items?page=2`;
  expect(answer.headers.get('link')).toBe(`<${back}>; rel="next"`);
  expect(await answer.json()).toEqual({
    next: back,
    picture,
    text: 'https://',
    other: 'https://api.example.com/v1/others',
  });
});
