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

test('AC3: The same delivery again, days later, sends nothing.', async () => {
  const scenario = await startScenario(integration, mocks, { workflow: 'pullRequestOpened' });
  onTestFinished(() => scenario.close());

  const responses = await scenario.deliverRepeatedly(2, pullRequestOpened, {
    headers: { 'x-github-event': 'pull_request', 'x-github-delivery': 'delivery-1' },
    everyMs: 518400000,
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
      { endpoint: 'postMessage', times: 4, does: { kind: 'status', status: 429, headers: { 'Retry-After': '1' } } },
    ],
  });
  onTestFinished(() => scenario.close());

  const response = await scenario.deliver(pullRequestOpened, {
    headers: { 'x-github-event': 'pull_request', 'x-github-delivery': 'delivery-1' },
  });

  expect(response.status).toBe(200);
  expect(scenario.calls().map(({ call }) => call)).toEqual([
    'postMessage',
    'postMessage',
    'postMessage',
    'postMessage',
    'postMessage',
  ]);
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

test("AC6: A delivery is taken as GitHub signs it; this one, of GitHub's own documentation, is no JSON.", async () => {
  const scenario = await startScenario(integration, mocks, {
    workflow: 'pullRequestOpened',
    settings: { GITHUB_WEBHOOK_SECRET: "It's a Secret to Everybody" },
  });
  onTestFinished(() => scenario.close());

  const response = await scenario.deliver('Hello, World!', {
    raw: true,
    headers: {
      'x-github-event': 'pull_request',
      'x-github-delivery': 'delivery-1',
      'x-hub-signature-256': 'sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17',
    },
  });

  expect(response.status).toBe(400);
  expect(scenario.outcome()).toMatchObject({ code: 'invalid_json' });
  expect(scenario.calls()).toEqual([]);
});

test('AC7: A draft is not announced.', async () => {
  const scenario = await startScenario(integration, mocks, { workflow: 'pullRequestOpened' });
  onTestFinished(() => scenario.close());

  const response = await scenario.deliver(
    {
      action: 'opened',
      number: 319,
      pull_request: {
        additions: 1,
        base: { ref: 'main' },
        deletions: 0,
        draft: true,
        head: { ref: 'try' },
        html_url: 'https://github.com/acme/storefront/pull/319',
        labels: [],
        title: 'Try',
        user: { login: 'mkovac' },
      },
      repository: { full_name: 'acme/storefront' },
    },
    { headers: { 'x-github-event': 'pull_request', 'x-github-delivery': 'delivery-1' } },
  );

  expect(response.status).toBe(200);
  expect(scenario.calls()).toEqual([]);
});

test("AC8: A draft that becomes ready for review is announced, in the team's channel where its repository has none of its own.", async () => {
  const scenario = await startScenario(integration, mocks, { workflow: 'pullRequestOpened' });
  onTestFinished(() => scenario.close());

  const response = await scenario.deliver(
    {
      action: 'ready_for_review',
      number: 7,
      pull_request: {
        additions: 1,
        base: { ref: 'main' },
        deletions: 0,
        draft: false,
        head: { ref: 'try' },
        html_url: 'https://github.com/acme/tools/pull/7',
        labels: [],
        title: 'Try',
        user: { login: 'mkovac' },
      },
      repository: { full_name: 'acme/tools' },
    },
    { headers: { 'x-github-event': 'pull_request', 'x-github-delivery': 'delivery-1' } },
  );

  expect(response).toEqual({ status: 200, body: { channel: 'C0ENG' } });
  expect(scenario.calls().map(({ call }) => call)).toEqual(['postMessage']);
});

test('AC9: A message that Slack says it could not take is sent again.', async () => {
  const scenario = await startScenario(integration, mocks, {
    workflow: 'pullRequestOpened',
    faults: [
      {
        endpoint: 'postMessage',
        times: 1,
        does: { kind: 'status', status: 200, body: { error: 'ratelimited', ok: false } },
      },
    ],
  });
  onTestFinished(() => scenario.close());

  const response = await scenario.deliver(pullRequestOpened, {
    headers: { 'x-github-event': 'pull_request', 'x-github-delivery': 'delivery-1' },
  });

  expect(response.status).toBe(200);
  expect(scenario.calls().map(({ call }) => call)).toEqual(['postMessage', 'postMessage']);
});

test('AC10: A channel that is gone is told as such.', async () => {
  const scenario = await startScenario(integration, mocks, {
    workflow: 'pullRequestOpened',
    faults: [
      {
        endpoint: 'postMessage',
        times: 1,
        does: { kind: 'status', status: 200, body: { error: 'channel_not_found', ok: false } },
      },
    ],
  });
  onTestFinished(() => scenario.close());

  await scenario.deliver(pullRequestOpened, {
    headers: { 'x-github-event': 'pull_request', 'x-github-delivery': 'delivery-1' },
  });

  expect(scenario.outcome()).toMatchObject({ code: 'not_found' });
  expect(scenario.calls().map(({ call }) => call)).toEqual(['postMessage']);
});

test('AC11: A token that Slack refuses is told as such.', async () => {
  const scenario = await startScenario(integration, mocks, {
    workflow: 'pullRequestOpened',
    faults: [
      {
        endpoint: 'postMessage',
        times: 1,
        does: { kind: 'status', status: 200, body: { error: 'invalid_auth', ok: false } },
      },
    ],
  });
  onTestFinished(() => scenario.close());

  await scenario.deliver(pullRequestOpened, {
    headers: { 'x-github-event': 'pull_request', 'x-github-delivery': 'delivery-1' },
  });

  expect(scenario.outcome()).toMatchObject({ code: 'unauthorized' });
  expect(scenario.calls().map(({ call }) => call)).toEqual(['postMessage']);
});

test('AC12: Any other error of Slack fails the run.', async () => {
  const scenario = await startScenario(integration, mocks, {
    workflow: 'pullRequestOpened',
    faults: [
      {
        endpoint: 'postMessage',
        times: 1,
        does: { kind: 'status', status: 200, body: { error: 'fatal_error', ok: false } },
      },
    ],
  });
  onTestFinished(() => scenario.close());

  await scenario.deliver(pullRequestOpened, {
    headers: { 'x-github-event': 'pull_request', 'x-github-delivery': 'delivery-1' },
  });

  expect(scenario.outcome()).toMatchObject({ code: 'provider_error' });
  expect(scenario.calls().map(({ call }) => call)).toEqual(['postMessage']);
});
