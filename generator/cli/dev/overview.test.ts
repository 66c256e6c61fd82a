import { expect, it } from 'vitest';
import { overview } from './overview.ts';
import { renderOverview } from '../render/overview.ts';

const now = Date.UTC(2026, 0, 5, 5, 30);
const parse = (body: unknown): unknown => body;
const shown = overview(
  {
    name: 'orders',
    version: '1',
    systems: [],
    settings: [],
    clients: () => undefined,
    workflows: {
      paid: {
        trigger: {
          kind: 'webhook',
          method: 'POST',
          path: '/paid',
          auth: {
            kind: 'hmac',
            algorithm: 'sha256',
            header: 'x-sig',
            encoding: 'hex',
            secret: 'S',
            timestamp: { header: 'x-at', toleranceMs: 300_000 },
          },
          parse,
          answer: 'accepted',
          waitMs: 0,
        },
        run: async () => undefined,
      },
      nightly: {
        trigger: { kind: 'schedule', cron: '0 7 * * *', timeZone: 'Europe/Berlin', overlap: 'skip', missed: 'latest' },
        run: async () => undefined,
      },
      repair: { trigger: { kind: 'manual', parse }, run: async () => undefined },
    },
  },
  new Map([['paid', { body: { id: 1 }, headers: { 'x-topic': 'paid' } }]]),
  { url: 'http://127.0.0.1:3000', settings: { S: 'mock-s' }, mocks: { crm: 'http://127.0.0.1:4000/crm' }, now },
);

it('says what an integration waits for, and how to try it', () => {
  expect(renderOverview(shown, { now, lines: true }, (_, text) => text)).toMatchInlineSnapshot(`
    "orders runs with its mock systems.

      paid     webhook   POST http://127.0.0.1:3000/paid
      nightly  schedule  0 7 * * * Europe/Berlin, next Mon 5 Jan, 07:00, in 30 min
      repair   by hand   started by --send
      crm      mock      http://127.0.0.1:4000/crm

    Try paid (signed for the next 5 min):

    curl -i -X POST http://127.0.0.1:3000/paid -H 'content-type: application/json' -H 'x-topic: paid' -H 'x-at: 1767591000' -H 'x-sig: dfdc25910eb9554526a93cc39d883b1111f262eef7f18ffb47e29959b1a8da63' --data-raw '{"id":1}'

    Ctrl-C stops it.

    "
  `);
});

it('keeps lines that nobody could use to itself', () => {
  expect(renderOverview(shown, { now, lines: false }, (_, text) => text)).not.toContain('curl');
});
