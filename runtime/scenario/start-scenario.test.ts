import { expect, onTestFinished, test } from 'vitest';
import { signDelivery } from './sign-delivery.ts';
import { startScenario, type Scenario, type ScenarioOptions } from './start-scenario.ts';
import { integration, mocks } from './testing/leads.ts';

async function begin(workflow: string, options: Omit<ScenarioOptions, 'workflow'> = {}): Promise<Scenario> {
  const scenario = await startScenario(integration, mocks, { workflow, ...options });
  onTestFinished(() => scenario.close());
  return scenario;
}

const created = { call: 'createLead', path: { list: 'new leads' }, query: { notify: 'true' }, body: { name: 'Bob' } };

test('a delivery is signed, runs to its end, and its calls are told without credentials', async () => {
  const scenario = await begin('delivered');
  expect(await scenario.deliver({ name: 'Bob' })).toEqual({ status: 201, body: { name: 'Bob' } });
  expect(scenario.calls()).toEqual([created]);
  expect(scenario.collection('leads')).toEqual([{ id: 1, name: 'Ada' }, expect.objectContaining({ name: 'Bob' })]);
  expect(scenario.outcome()).toEqual({ status: 'completed' });
});

test.each([
  ['body', 401, 'unauthorized'],
  ['signature', 401, 'unauthorized'],
  ['missingSignature', 401, 'unauthorized'],
  ['json', 400, 'invalid_json'],
] as const)('a delivery whose %s is broken is refused', async (tamper, status, code) => {
  const scenario = await begin('delivered');
  expect(await scenario.deliver({ name: 'Bob' }, { tamper })).toMatchObject({ status });
  expect(scenario.calls()).toEqual([]);
  expect(scenario.outcome()).toEqual({ status: 'refused', code });
});

test('the same delivery twice is answered twice', async () => {
  const scenario = await begin('delivered');
  const answer = { status: 201, body: { name: 'Bob' } };
  expect(await scenario.deliverRepeatedly(2, { name: 'Bob' }, { headers: { 'x-id': '1' } })).toEqual([answer, answer]);
  expect(scenario.calls()).toEqual([created]);
  await scenario.deliver({ name: 'Bob' }, { headers: { 'x-id': '2' } });
  expect(scenario.calls()).toEqual([created, created]);
});

test('a delivery that was recorded is sent as it is, with the secret that it was signed with', async () => {
  const body = '{ "name":  "Bob" }';
  const settings = { LEADS_SECRET: 'recorded' };
  const { trigger } = integration.workflows['delivered'] ?? {};
  const headers =
    trigger?.kind === 'webhook' ? signDelivery(trigger.auth, body, settings, Date.parse('2026-01-01')) : {};
  const scenario = await begin('delivered', { settings });
  expect(await scenario.deliver(body, { raw: true, headers })).toMatchObject({ status: 201 });
  expect(await scenario.deliver(`${body} `, { raw: true, headers })).toMatchObject({ status: 401 });
});

test('the same delivery is taken again when it has been forgotten', async () => {
  const scenario = await begin('delivered');
  const headers = { 'x-id': '1' };
  await scenario.deliverRepeatedly(2, { name: 'Bob' }, { headers, everyMs: 59_000 });
  expect(scenario.calls()).toHaveLength(1);
  await scenario.deliverRepeatedly(2, { name: 'Bob' }, { headers: { 'x-id': '2' }, everyMs: 61_000 });
  expect(scenario.calls()).toHaveLength(3);
});

test('retries wait for nothing, however long the system asks for', async () => {
  const status = (headers: Readonly<Record<string, string>>) =>
    ({ endpoint: 'createLead', times: 1, does: { kind: 'status', status: 429, headers } }) as const;
  const scenario = await begin('delivered', { faults: [status({ 'retry-after': '600' }), status({})] });
  expect(await scenario.deliver({ name: 'Bob' })).toMatchObject({ status: 201 });
  expect(scenario.calls()).toEqual([created, created, created]);
});

test('a caller that waits less long than the system asks for is told that it goes on', async () => {
  const does = { kind: 'status', status: 429, headers: { 'retry-after': '1000' } } as const;
  const scenario = await begin('delivered', { faults: [{ endpoint: 'createLead', times: 1, does }] });
  expect(await scenario.deliver({ name: 'Bob' })).toMatchObject({ status: 202 });
  expect(scenario.outcome()).toEqual({ status: 'completed' });
});

test('a schedule fires now and then as its cron expression says, and goes on from its checkpoint', async () => {
  const scenario = await begin('hourly', { now: '2026-03-01T10:20:00Z', checkpoint: { last: 5 } });
  await scenario.fire(2);
  expect(scenario.calls().map(({ body }) => body)).toEqual([
    { last: 5, now: '2026-03-01T10:20:00.000Z' },
    { last: Date.parse('2026-03-01T10:20:00Z'), now: '2026-03-01T11:00:00.000Z' },
  ]);
  expect(scenario.checkpoint()).toEqual({ last: Date.parse('2026-03-01T11:00:00Z') });
});

test('a run that fails leaves the checkpoint where it was', async () => {
  const scenario = await begin('hourly', {
    checkpoint: { last: 5 },
    faults: [{ endpoint: 'createLead', times: 1, does: { kind: 'status', status: 400 } }],
  });
  await scenario.fire();
  expect(scenario.outcome()).toMatchObject({
    status: 'failed',
    code: 'invalid_input',
    message: expect.stringContaining('createLead'),
  });
  expect(scenario.checkpoint()).toEqual({ last: 5 });
});

test('a start by hand tells how the run ended, also where the input does not fit', async () => {
  const scenario = await begin('byHand', { collections: { leads: [] } });
  expect(scenario.outcome()).toEqual({ status: 'none' });
  await scenario.start({});
  expect(scenario.outcome()).toEqual({ status: 'refused', code: 'invalid_input' });
  await scenario.start({ name: '' });
  expect(scenario.outcome()).toEqual({ status: 'failed', code: 'no_name', message: 'a lead has no name' });
  await scenario.start({ name: 'Bob' });
  expect(scenario.outcome()).toEqual({ status: 'completed' });
  expect(scenario.collection('leads')).toHaveLength(1);
});

test('a trigger of another kind is a mistake of the test', async () => {
  const scenario = await begin('byHand');
  await expect(scenario.deliver({})).rejects.toThrow("'byHand' is no workflow that takes deliveries");
  await expect(scenario.fire()).rejects.toThrow("'byHand' is no workflow that a schedule starts");
});
