import { expect, test } from 'vitest';
import type { TestedIntegration } from '../test/criterion-result.ts';
import { renderTests, testsJson } from './test-report.ts';

const file = 'test/order-paid.test.ts';
const tested: readonly TestedIntegration[] = [
  {
    folder: '/project/out/orders',
    criteria: [
      { file, id: 'AC1', text: 'Works.', state: 'passed', milliseconds: 5 },
      {
        file,
        id: 'AC10',
        text: 'Works, too.',
        state: 'failed',
        reason: ['expected 1 to be 2', `at ${file}:3`],
        milliseconds: 6,
      },
      { file, id: 'AC11', text: 'Looks good.', state: 'not verified', milliseconds: 0 },
    ],
  },
  { folder: '/project/out/empty', criteria: [] },
];

test('shows how each criterion stands, and why one failed', () => {
  expect(renderTests(tested, '/project', (_style, text) => text)).toBe(`out/orders
  passed        AC1   Works.
  failed        AC10  Works, too.
                      expected 1 to be 2
                      at test/order-paid.test.ts:3
  not verified  AC11  Looks good.

out/empty
  no acceptance criteria

1 criterion failed, 1 criterion passed, 1 not verified (2 integrations)
`);
});

test('says the same to other programs', () => {
  expect(testsJson(tested, '/project')).toEqual({
    version: 1,
    passed: 1,
    failed: 1,
    notVerified: 1,
    integrations: [
      { folder: 'out/orders', criteria: tested[0]?.criteria },
      { folder: 'out/empty', criteria: [] },
    ],
  });
});
