import { expect, test } from 'vitest';
import { gate } from '../../gate/gate.ts';
import { makeRun } from '../../testing/make-run.ts';
import { hostile, sample } from '../../testing/sample.ts';
import { htmlReport } from './html.ts';

test('the page asks nothing of anybody: no script, no address but those in texts, no font', async () => {
  const page = await htmlReport(sample());
  expect(page).not.toMatch(/<script|<link|<img|<iframe|@import|url\(|https?:|\son\w+=/i);
  expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'`);
});

test('no text becomes markup, and what cannot be seen is shown', async () => {
  const page = await htmlReport(hostile());
  expect(page).not.toMatch(/<script|<img|<\/script/i);
  expect(page.replaceAll('\n', '')).not.toMatch(/\p{Cc}|\u202E/u);
  expect(page.isWellFormed()).toBe(true);
  expect(page).toContain('&lt;script&gt;alert(1)');
});

test('the table leads from the story to the result', async () => {
  const page = (await htmlReport(sample())).replaceAll('<wbr>', '');
  const row = page.slice(page.indexOf('<strong>AC1</strong>') - 200, page.indexOf('<strong>AC2</strong>'));
  for (const part of [
    'failed',
    'spec/shop/shop.integration.yaml:88',
    'out/shop/test/order-paid.test.ts:7',
    'shop/orderPaid#AC1#visible',
    'got 2',
  ])
    expect(row).toContain(part);
  const group = page.slice(page.indexOf('class="group"'), page.indexOf('<strong>AC1</strong>'));
  expect(group).toContain('<code>out/shop/src/workflows/order-paid.ts:14</code>');
  expect(page.slice(page.indexOf('<strong>AC2</strong>') - 200)).toMatch(
    /not verified[\s\S]*AC2[\s\S]*nothing checks it/,
  );
  expect(page).toContain('1 passed, 1 failed, 2 not verified');
});

test('the prompt and the code are shown beside those of the baseline', async () => {
  const page = await htmlReport(sample());
  expect(page).toContain('<del>- Keep to the rule.</del><ins>+ Keep to the rule, and to nothing else.</ins>');
  expect(page).toContain('<ins>+   return input.amount &gt;&#x3D; 500 ? 2 : 1;</ins>');
});

test('a green run without a baseline, a criterion or a price says so, and not that all is well', async () => {
  const run = makeRun([{ id: 'shop/tier', passed: [true] }]);
  const bare = {
    ...run,
    cases: run.cases.map((one) => ({
      ...one,
      repeats: one.repeats.map(({ repeat, assertions }) => ({ repeat, assertions, usage: {} })),
    })),
  };
  const page = await htmlReport({ run: bare, verdict: gate(bare, { compare: false }) });
  for (const words of [
    'This run has no criteria to follow.',
    'There is no baseline to compare with.',
    'nothing was compared with a baseline',
    'Neither is known',
  ])
    expect(page).toContain(words);
});

test('two reports of the same run are the same bytes', async () => {
  const turned = sample();
  const run = { ...turned.run, cases: turned.run.cases.toReversed(), expected: turned.run.expected.toReversed() };
  expect(await htmlReport({ ...turned, run })).toBe(await htmlReport(sample()));
});

test('a column that has nothing to show is not there; what failed as a whole is called a gap, and not a criterion', async () => {
  const page = await htmlReport(sample());
  for (const column of ['Baseline', 'Cost', 'Latency']) expect(page).toContain(`class="number">${column}</th>`);
  const run = makeRun([{ id: 'shop/tier', passed: [false], text: 'How good a customer is.' }]);
  const bare = {
    ...run,
    cases: run.cases.map((one) => ({
      ...one,
      repeats: one.repeats.map(({ repeat, assertions }) => ({ repeat, assertions, usage: {} })),
    })),
  };
  const without = await htmlReport({ run: bare, verdict: gate(bare, { compare: false }) });
  for (const column of ['Baseline', 'Cost', 'Latency']) expect(without).not.toContain(`${column}</th>`);
  expect(without).toContain('<p>Gap: How good a customer is.</p>');
  expect(page).toContain('<p>Criterion: A paid order');
});

test('criteria that became worse for want of one body are one entry', async () => {
  const { run, baseline, verdict } = sample();
  const ids = new Set(['shop/orderPaid#AC1', 'shop/greeting#C1']);
  const blocked = {
    ...run,
    cases: run.cases.map((one) =>
      ids.has(one.id)
        ? { ...one, repeats: one.repeats.map((repeat) => ({ ...repeat, without: ['shop/greeting'] })) }
        : one,
    ),
  };
  const page = await htmlReport({ run: blocked, verdict, ...(baseline !== undefined && { baseline }) });
  expect(page).toContain('2 criteria for want of a body of shop/greeting: shop/greeting #C1; shop/orderPaid #AC1</li>');
});
