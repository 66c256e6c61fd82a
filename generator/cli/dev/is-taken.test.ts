import type { WebhookTrigger } from '@flowright/runtime';
import { expect, it } from 'vitest';
import { isTaken } from './is-taken.ts';

const webhook: WebhookTrigger<unknown> = {
  kind: 'webhook',
  method: 'POST',
  path: '/orders',
  auth: { kind: 'none' },
  parse: (body) => {
    if (body === null) throw new TypeError('not an order');
    return body;
  },
  filter: (input, { headers }) => input !== 'test' && headers['x-shop'] === 'a',
  answer: 'accepted',
  waitMs: 0,
};

it('knows what a webhook takes', () => {
  expect(isTaken(webhook, 'order', { 'x-shop': 'a' })).toBe(true);
  expect(isTaken(webhook, 'test', { 'x-shop': 'a' })).toBe(false);
  expect(isTaken(webhook, 'order', {})).toBe(false);
  expect(isTaken(webhook, null, { 'x-shop': 'a' })).toBe(false);
});
