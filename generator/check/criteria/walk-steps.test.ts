import { expect, test } from 'vitest';
import { namesIn } from './walk-steps.ts';

test('calls are found wherever steps stand', () => {
  const call = (id: string): { readonly call: string } => ({ call: id });
  const { endpoints, codes } = namesIn([
    call('plain'),
    { when: 'a', then: [call('then')], else: [call('else')] },
    { forEach: 'page', pages: { call: 'pages' }, do: [call('loop')] },
    { id: 'token', set: { from: 'a' }, steps: [call('set')] },
    { guard: { when: 'a', fail: 'late' } },
  ]);
  expect([...endpoints]).toEqual(['plain', 'then', 'else', 'pages', 'loop', 'set']);
  expect([...codes]).toEqual(['late']);
});
