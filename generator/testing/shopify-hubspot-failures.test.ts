import { describe, expect, test } from 'vitest';
import type { MockServer } from '@flowright/runtime/mock';
import { allCalls, callsOf, deliver, paidOrder, startShop, startSystems } from './shop.ts';

const created = { status: 200, body: { dealId: '1001', created: true } };
const count = (systems: MockServer, endpoint: string) => callsOf(systems).filter((call) => call === endpoint).length;
const failed = (code: string, message: RegExp) => ({
  error: { code, message: expect.stringMatching(message) },
  runId: expect.any(String),
});

describe('HubSpot in trouble', () => {
  test('429 with Retry-After on the creation of a deal is waited for, and there is one deal', async () => {
    const systems = await startSystems();
    const { url } = await startShop(systems);
    systems.fault({
      endpoint: 'createDeal',
      times: 1,
      does: { kind: 'status', status: 429, headers: { 'retry-after': '1' } },
    });
    expect(await deliver(url, paidOrder())).toEqual(created);
    const [first, second, ...more] = systems.requests.filter(({ endpoint }) => endpoint === 'createDeal');
    expect([first?.status, second?.status, more]).toEqual([429, 201, []]);
    expect(second?.body).toEqual(first?.body);
    // A timer may ring a millisecond early.
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(999);
    expect(systems.collection('deals')).toHaveLength(1);
  });

  test('500 on a search is tried again', async () => {
    const systems = await startSystems();
    const { url } = await startShop(systems);
    systems.fault({ endpoint: 'searchContacts', times: 2, does: { kind: 'status', status: 500 } });
    systems.fault({ endpoint: 'searchDeals', times: 1, does: { kind: 'status', status: 503 } });
    expect(await deliver(url, paidOrder())).toEqual(created);
    expect(callsOf(systems)).toEqual([
      'searchContacts',
      'searchContacts',
      'searchContacts',
      'createContact',
      'searchDeals',
      'searchDeals',
      ...allCalls.slice(3),
    ]);
  });

  test('500 for good ends after the tries that the spec allows', async () => {
    const systems = await startSystems();
    const { url } = await startShop(systems);
    systems.fault({ endpoint: 'searchContacts', times: 9, does: { kind: 'status', status: 500 } });
    expect(await deliver(url, paidOrder())).toEqual({
      status: 502,
      body: failed('provider_error', /searchContacts.*answered 500/u),
    });
    expect(callsOf(systems)).toEqual(['searchContacts', 'searchContacts', 'searchContacts', 'searchContacts']);
  });

  test('500 on the creation of a deal fails the run without a second POST, since nobody knows whether the deal was made', async () => {
    const systems = await startSystems();
    const { url, engine } = await startShop(systems);
    systems.fault({ endpoint: 'createDeal', times: 1, does: { kind: 'status', status: 500 } });
    const answer = await deliver(url, paidOrder());
    expect(answer).toEqual({ status: 502, body: failed('provider_error', /createDeal.*answered 500/u) });
    expect(await deliver(url, paidOrder())).toEqual(answer);
    expect(callsOf(systems)).toEqual(allCalls.slice(0, 4));
    expect(engine.list()).toMatchObject([{ status: 'failed', error: { code: 'provider_error', step: 'newDeal' } }]);
  });

  test('a run that failed is retried by hand from the step that failed', async () => {
    const systems = await startSystems();
    const { url, engine } = await startShop(systems);
    systems.fault({ endpoint: 'createDeal', times: 1, does: { kind: 'status', status: 500 } });
    await deliver(url, paidOrder());
    const [run] = engine.list();
    await engine.retry(run?.id ?? '');
    await engine.idle();
    expect(callsOf(systems)).toEqual([...allCalls.slice(0, 4), ...allCalls.slice(3)]);
    expect(systems.collection('deals')).toHaveLength(1);
    expect(await deliver(url, paidOrder())).toEqual(created);
  });

  test('400 is final and tells what HubSpot said', async () => {
    const systems = await startSystems();
    const { url } = await startShop(systems);
    systems.fault({
      endpoint: 'createDeal',
      times: 1,
      does: { kind: 'status', status: 400, body: { message: 'Property "hs_priority" does not exist' } },
    });
    expect(await deliver(url, paidOrder())).toEqual({
      status: 422,
      body: failed('invalid_input', /answered 400.*hs_priority/u),
    });
    expect(count(systems, 'createDeal')).toBe(1);
  });

  test('an answer with a number that cannot be held exactly fails with invalid_response', async () => {
    const systems = await startSystems();
    const { url } = await startShop(systems);
    systems.fault({
      endpoint: 'searchContacts',
      times: 1,
      does: { kind: 'status', status: 200, body: { total: 2 ** 53, results: [] } },
    });
    expect(await deliver(url, paidOrder())).toEqual({
      status: 502,
      body: failed('invalid_response', /total is too large to be held exactly/u),
    });
  });

  test('409 on the contact is the conflict that the spec declares', async () => {
    const systems = await startSystems();
    const { url } = await startShop(systems);
    systems.fault({ endpoint: 'createContact', times: 1, does: { kind: 'status', status: 409 } });
    expect(await deliver(url, paidOrder())).toEqual({ status: 409, body: failed('conflict', /createContact/u) });
    expect(callsOf(systems)).toEqual(['searchContacts', 'createContact']);
  });

  test('401 fails as unauthorized at once', async () => {
    const systems = await startSystems();
    const { url } = await startShop(systems, { environment: { ...systems.settings, HUBSPOT_TOKEN: 'revoked' } });
    expect(await deliver(url, paidOrder())).toEqual({
      status: 502,
      body: failed('unauthorized', /searchContacts.*answered 401/u),
    });
    expect(callsOf(systems)).toEqual(['searchContacts']);
  });

  test.each([
    ['searchContacts', 1],
    ['createDeal', 4],
  ] as const)(
    'JSON that breaks off in the answer of %s fails the run as invalid_response, without a second request',
    async (endpoint, calls) => {
      const systems = await startSystems();
      const { url } = await startShop(systems);
      systems.fault({ endpoint, times: 1, does: { kind: 'malformed' } });
      expect(await deliver(url, paidOrder())).toEqual({
        status: 502,
        body: failed('invalid_response', new RegExp(endpoint, 'u')),
      });
      expect(callsOf(systems)).toEqual(allCalls.slice(0, calls));
    },
  );

  test('an answer that does not fit its model names the place', async () => {
    const systems = await startSystems();
    const { url } = await startShop(systems);
    const body = {
      total: 1,
      results: [
        { id: '1', properties: {} },
        { id: 2, properties: {} },
      ],
    };
    systems.fault({ endpoint: 'searchContacts', times: 1, does: { kind: 'status', status: 200, body } });
    expect(await deliver(url, paidOrder())).toEqual({
      status: 502,
      body: failed('invalid_response', /results\[1\]\.id/u),
    });
    expect(callsOf(systems)).toEqual(['searchContacts']);
  });

  test('a connection that is cut on a search is tried again', async () => {
    const systems = await startSystems();
    const { url } = await startShop(systems);
    systems.fault({ endpoint: 'searchDeals', times: 1, does: { kind: 'disconnect', when: 'before' } });
    systems.fault({ endpoint: 'searchContacts', times: 1, does: { kind: 'disconnect', when: 'after' } });
    expect(await deliver(url, paidOrder())).toEqual(created);
    expect([count(systems, 'searchContacts'), count(systems, 'searchDeals')]).toEqual([2, 2]);
  });

  test('a connection that is cut after the deal was made fails the run; the next delivery finds the deal', async () => {
    const systems = await startSystems();
    const { url } = await startShop(systems);
    systems.fault({ endpoint: 'createDeal', times: 1, does: { kind: 'disconnect', when: 'after' } });
    expect(await deliver(url, paidOrder())).toEqual({ status: 502, body: failed('network', /createDeal/u) });
    expect(count(systems, 'createDeal')).toBe(1);
    expect(await deliver(url, paidOrder(), { id: 'delivery-2' })).toEqual({
      status: 200,
      body: { dealId: '1001', created: false },
    });
    expect(systems.collection('deals')).toHaveLength(1);
  });

  test('a system that is not there at all is tried again, whatever the method: nothing was sent', async () => {
    const systems = await startSystems();
    const gone = await startSystems();
    const { settings } = gone;
    await gone.close();
    const { url, engine } = await startShop(systems, {
      environment: { ...systems.settings, SHOPIFY_BASE_URL: settings['SHOPIFY_BASE_URL'] ?? '' },
    });
    expect(await deliver(url, paidOrder())).toEqual({
      status: 502,
      body: failed('network', /createMetafield.*nothing was sent/u),
    });
    const [run] = engine.list();
    expect(engine.show(run?.id ?? '')?.journal).toContainEqual(
      expect.objectContaining({ name: 'writeBack', status: 'failed', attempts: 4 }),
    );
  });
});
