import { expect, test } from 'vitest';
import type { Auth } from '../../http/system.ts';
import { startMocks } from '../server.ts';
import { ask } from '../testing/client.ts';

interface Case {
  readonly name: string;
  readonly auth: Auth;
  readonly right: readonly [query: string, headers: Record<string, string>];
  readonly wrong: readonly (readonly [query: string, headers: Record<string, string>])[];
}

const basic = (text: string): Record<string, string> => ({
  authorization: `Basic ${Buffer.from(text).toString('base64')}`,
});

const cases: readonly Case[] = [
  { name: 'none', auth: { kind: 'none' }, right: ['', {}], wrong: [] },
  {
    name: 'apiKey in a header',
    auth: { kind: 'apiKey', in: 'header', name: 'X-Key', secret: 'KEY' },
    right: ['', { 'x-key': 'mock-key' }],
    wrong: [
      ['', {}],
      ['', { 'x-key': 'other' }],
      ['?X-Key=mock-key', {}],
    ],
  },
  {
    name: 'apiKey with a prefix',
    auth: { kind: 'apiKey', in: 'header', name: 'Authorization', prefix: 'Token ', secret: 'KEY' },
    right: ['', { authorization: 'Token mock-key' }],
    wrong: [['', { authorization: 'mock-key' }]],
  },
  {
    name: 'apiKey in the query',
    auth: { kind: 'apiKey', in: 'query', name: 'key', secret: 'KEY' },
    right: ['?key=mock-key', {}],
    wrong: [
      ['', {}],
      ['?key=other', {}],
      ['?key=mock-key&key=mock-key', {}],
    ],
  },
  {
    name: 'apiKey in a cookie',
    auth: { kind: 'apiKey', in: 'cookie', name: 'sid', secret: 'KEY' },
    right: ['', { cookie: 'a=b; sid=mock-key' }],
    wrong: [
      ['', {}],
      ['', { cookie: 'sid=other' }],
    ],
  },
  {
    name: 'basic',
    auth: { kind: 'basic', username: { setting: 'USER' }, password: { setting: 'PASSWORD', default: '' } },
    right: ['', basic('mock-user:')],
    wrong: [
      ['', {}],
      ['', basic('mock-user:x')],
      ['', { authorization: 'Bearer mock-user' }],
    ],
  },
  {
    name: 'bearer',
    auth: { kind: 'bearer', secret: 'KEY' },
    right: ['', { authorization: 'Bearer mock-key' }],
    wrong: [
      ['', {}],
      ['', { authorization: 'Bearer other' }],
      ['', { authorization: 'mock-key' }],
    ],
  },
];

test.each(cases)('$name: lets the right credentials in and answers 401 to others', async ({ auth, right, wrong }) => {
  const endpoint = {
    id: 'ping',
    method: 'GET',
    path: '/ping',
    status: 200,
    does: { kind: 'respond', body: {} },
  } as const;
  const server = await startMocks({
    seeds: {},
    systems: [{ id: 'api', baseUrlSetting: 'API_BASE_URL', basePath: '', auth, endpoints: [endpoint] }],
  });
  const answers = [];
  for (const [query, headers] of [right, ...wrong])
    answers.push(await ask(`${server.urls['api']}/ping${query}`, 'GET', undefined, headers));
  await server.close();
  expect(answers.map(({ status }) => status)).toEqual([200, ...wrong.map(() => 401)]);
  for (const { body, headers } of answers.slice(1)) {
    expect(body).toMatchObject({ error: { code: 'unauthorized' } });
    expect(headers.get('www-authenticate')).toBeTruthy();
  }
  expect(server.requests.map(({ endpoint: id, status }) => [id, status])).toEqual([
    ['ping', 200],
    ...wrong.map(() => ['ping', 401]),
  ]);
  expect(JSON.stringify(server.requests)).not.toMatch(/mock-key|other|mock-user|bW9jay/u);
});
