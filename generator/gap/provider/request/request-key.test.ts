import { expect, it } from 'vitest';
import { requestKey } from './request-key.ts';

const body = { model: 'm', max_tokens: 1, system: 's', messages: [{ role: 'user', content: 'é\u2028' }] };

it('is of what is asked, in whatever order, and not of how it is sent', () => {
  const key = requestKey(body);
  expect(key).toMatch(/^[0-9a-f]{64}$/);
  expect(requestKey({ stream: true, service_tier: 'auto', metadata: { user_id: 'u' }, ...body })).toBe(key);
  expect(requestKey(Object.fromEntries(Object.entries(body).toReversed()))).toBe(key);
});

it.each([{ model: 'n' }, { max_tokens: 2 }, { system: 's ' }, { messages: [] }])('changes with %j', (change) => {
  expect(requestKey({ ...body, ...change })).not.toBe(requestKey(body));
});
