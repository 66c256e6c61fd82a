import { startScenario } from '@flowright/runtime/scenario';
import { expect, onTestFinished, test } from 'vitest';
import { mocks } from '../src/mocks.ts';
import { integration } from '../src/triggers.ts';
import pullRequestOpened from './fixtures/pull-request-opened.json' with { type: 'json' };

test("AC1: A pull request that is opened is announced in its repository's channel.", async () => {
  const scenario = await startScenario(integration, mocks, { workflow: 'pullRequestOpened' });
  onTestFinished(() => scenario.close());

  const response = await scenario.deliver(pullRequestOpened, {
    headers: { 'x-github-event': 'pull_request', 'x-github-delivery': 'delivery-1' },
  });

  expect(response).toEqual({ status: 200, body: { channel: 'C0STOREFRONT' } });
  expect(scenario.calls()).toEqual([
    {
      call: 'postMessage',
      body: {
        channel: 'C0STOREFRONT',
        text: '*mkovac* opened <https://github.com/acme/storefront/pull/318|acme/storefront#318: Show delivery dates in the cart> (delivery-dates → main, +142 −37)',
        unfurl_links: false,
      },
    },
  ]);
});

test('AC2: Another kind of event is answered 200 and calls nothing.', async () => {
  const scenario = await startScenario(integration, mocks, { workflow: 'pullRequestOpened' });
  onTestFinished(() => scenario.close());

  const response = await scenario.deliver(
    { zen: 'Keep it logically awesome.' },
    { headers: { 'x-github-event': 'ping', 'x-github-delivery': 'delivery-1' } },
  );

  expect(response.status).toBe(200);
  expect(scenario.calls()).toEqual([]);
});

test('AC3: The same delivery again sends nothing.', async () => {
  const scenario = await startScenario(integration, mocks, { workflow: 'pullRequestOpened' });
  onTestFinished(() => scenario.close());

  const responses = await scenario.deliverRepeatedly(2, pullRequestOpened, {
    headers: { 'x-github-event': 'pull_request', 'x-github-delivery': 'delivery-1' },
  });

  for (const response of responses) {
    expect(response.status).toBe(200);
  }
  expect(scenario.calls().map(({ call }) => call)).toEqual(['postMessage']);
});

test('AC4: When Slack says that it is asked too often, the message is sent after the time that Slack names.', async () => {
  const scenario = await startScenario(integration, mocks, {
    workflow: 'pullRequestOpened',
    faults: [
      { endpoint: 'postMessage', times: 1, does: { kind: 'status', status: 429, headers: { 'Retry-After': '1' } } },
    ],
  });
  onTestFinished(() => scenario.close());

  const response = await scenario.deliver(pullRequestOpened, {
    headers: { 'x-github-event': 'pull_request', 'x-github-delivery': 'delivery-1' },
  });

  expect(response.status).toBe(200);
  expect(scenario.calls().map(({ call }) => call)).toEqual(['postMessage', 'postMessage']);
});

test('AC5: A request without a valid signature is answered 401 and calls nothing.', async () => {
  const scenario = await startScenario(integration, mocks, { workflow: 'pullRequestOpened' });
  onTestFinished(() => scenario.close());

  const response = await scenario.deliver(pullRequestOpened, {
    headers: { 'x-github-event': 'pull_request', 'x-github-delivery': 'delivery-1' },
    tamper: 'signature',
  });

  expect(response.status).toBe(401);
  expect(scenario.calls()).toEqual([]);
});
