import { expect, it } from 'vitest';
import type { DevEvent } from '../dev/dev-event.ts';
import { eventLines } from './event-lines.ts';

const run = { at: 0, runId: '01a20368-845a-74b0-8d02-9fa265abcdef', workflow: 'orderPaid', tenant: 'default' };
const failure = { code: 'rate_limited', message: 'crm.createDeal: answered 429' } as const;

function shown(events: readonly DevEvent[]): readonly string[] {
  const line = eventLines(
    (_, text) => text,
    () => 100,
  );
  return events.flatMap((event) => line(event)?.slice('00:00:00.000  '.length) ?? []);
}

it('shows a delivery with its run, its steps and its calls below it', () => {
  const call = {
    system: 'crm',
    endpoint: 'createDeal',
    method: 'POST',
    path: '/deals',
    query: { q: ['a', 'b'] },
    headers: {},
    status: 429,
    at: 0,
  } as const;
  expect(
    shown([
      { type: 'request', at: 0, method: 'POST', path: '/orders' },
      { ...run, type: 'run.accepted', eventId: 'e', key: '', input: { id: 7, note: 'x'.repeat(200) } },
      { ...run, type: 'run.started', resumed: false },
      { ...run, type: 'step.started', step: 'deal', attempt: 1 },
      {
        type: 'call',
        at: 0,
        request: { ...call, body: { name: 'A\u001B[31m' }, fault: { kind: 'status', status: 429 } },
      },
      { ...run, type: 'step.retrying', step: 'deal', attempt: 1, failure, nextAttemptAt: 1500 },
      { ...run, type: 'run.waiting', step: 'deal', until: 1500 },
      { ...run, type: 'step.started', step: 'deal', attempt: 2 },
      { ...run, type: 'step.completed', step: 'deal', attempt: 2, durationMs: 12, result: { id: 1 } },
      { ...run, type: 'run.waiting', step: 'pause', until: 60_000 },
      { ...run, type: 'run.replied', reply: { status: 201, body: { id: 1 } } },
      { type: 'answer', at: 0, method: 'POST', path: '/orders', status: 201, durationMs: 30 },
      { ...run, type: 'run.completed', durationMs: 31, result: null },
    ]),
  ).toMatchInlineSnapshot(`
    [
      "→ POST /orders",
      "  orderPaid abcdef  {"id":7,"note":"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx… (218 B)",
      "    deal",
      "      crm POST /deals?q=a&q=b 429 {"name":"A\\u001b[31m"} (fault: 429)",
      "    deal is tried again in 1.5 s: rate_limited, crm.createDeal: answered 429",
      "    deal, try 2",
      "    deal done in 12 ms",
      "  orderPaid abcdef waits for 1 min in pause",
      "  orderPaid abcdef answers 201 {"id":1}",
      "← 201 POST /orders, after 30 ms",
      "  orderPaid abcdef completed in 31 ms",
    ]
  `);
});

it('says why a run failed once, and where', () => {
  expect(
    shown([
      { ...run, type: 'step.failed', step: 'deal', attempt: 4, failure },
      { ...run, type: 'run.failed', durationMs: 40, failure: { ...failure, step: 'deal' } },
      { ...run, type: 'run.failed', durationMs: 40, failure: { code: 'invalid_input', message: 'no items' } },
    ]),
  ).toMatchInlineSnapshot(`
    [
      "    deal failed: rate_limited, crm.createDeal: answered 429",
      "  orderPaid abcdef failed after 40 ms in deal: rate_limited",
      "  orderPaid abcdef failed after 40 ms: invalid_input, no items",
    ]
  `);
});

it('says so where a delivery started nothing', () => {
  const request = { type: 'request', at: 0, method: 'POST', path: '/orders' } as const;
  const answer = { type: 'answer', at: 0, method: 'POST', path: '/orders', status: 200, durationMs: 1 } as const;
  const log = {
    type: 'log',
    at: 0,
    level: 'warn',
    message: 'a delivery was refused: it does not prove its sender',
  } as const;
  expect(shown([request, answer, request, log, { ...answer, status: 401 }])).toMatchInlineSnapshot(`
    [
      "→ POST /orders",
      "← 200 POST /orders, after 1 ms (nothing was started: ignored, or taken before)",
      "→ POST /orders",
      "a delivery was refused: it does not prove its sender",
      "← 401 POST /orders, after 1 ms",
    ]
  `);
});
