import { startScenario } from '@flowright/runtime/scenario';
import { expect, onTestFinished, test } from 'vitest';
import { mocks } from '../src/mocks.ts';
import { integration } from '../src/triggers.ts';
import many from './fixtures/many.json' with { type: 'json' };
import trackings from './fixtures/trackings.json' with { type: 'json' };

test('AC1: A shipment whose status changed at the carrier is updated in the shop.', async () => {
  const scenario = await startScenario(integration, mocks, {
    workflow: 'trackShipments',
    collections: { shipments: [{ id: 7002, status: 'in_transit', tracking_number: 'QX100000025DE' }], trackings },
  });
  onTestFinished(() => scenario.close());

  await scenario.fire();

  expect(scenario.outcome()).toEqual({ status: 'completed' });
  expect(scenario.calls()).toEqual([
    { call: 'listShipments', query: { per_page: '20', status: 'open' } },
    { call: 'getTracking', path: { number: 'QX100000025DE' } },
    {
      call: 'updateShipment',
      path: { id: '7002' },
      body: {
        delivered_at: '2026-03-03T10:12:00.000Z',
        last_place: 'Bremen',
        last_seen_at: '2026-03-03T11:12:00+01:00',
        status: 'delivered',
      },
    },
  ]);
});

test('AC2: A shipment that the carrier does not know is skipped, and the others go on.', async () => {
  const scenario = await startScenario(integration, mocks, {
    workflow: 'trackShipments',
    collections: {
      shipments: [
        { id: 7004, status: 'shipped', tracking_number: 'QX999999999DE' },
        { id: 7001, status: 'shipped', tracking_number: 'QX100000017DE' },
      ],
      trackings,
    },
  });
  onTestFinished(() => scenario.close());

  await scenario.fire();

  expect(scenario.outcome()).toEqual({ status: 'completed' });
  expect(scenario.calls()).toEqual([
    expect.objectContaining({ call: 'listShipments' }),
    { call: 'getTracking', path: { number: 'QX999999999DE' } },
    { call: 'getTracking', path: { number: 'QX100000017DE' } },
    expect.objectContaining({ call: 'updateShipment', path: { id: '7001' } }),
  ]);
});

test('AC3: A shipment whose status is the same is not written.', async () => {
  const scenario = await startScenario(integration, mocks, {
    workflow: 'trackShipments',
    collections: { shipments: [{ id: 7003, status: 'in_transit', tracking_number: 'QX100000033DE' }], trackings },
  });
  onTestFinished(() => scenario.close());

  await scenario.fire();

  expect(scenario.outcome()).toEqual({ status: 'completed' });
  expect(scenario.calls()).toEqual([
    expect.objectContaining({ call: 'listShipments' }),
    { call: 'getTracking', path: { number: 'QX100000033DE' } },
  ]);
});

test('AC4: A carrier that says to try later is asked again.', async () => {
  const scenario = await startScenario(integration, mocks, {
    workflow: 'trackShipments',
    collections: { shipments: [{ id: 7003, status: 'in_transit', tracking_number: 'QX100000033DE' }], trackings },
    faults: [
      {
        endpoint: 'getTracking',
        times: 3,
        does: { kind: 'status', status: 409, body: { error: { code: 'TRY_LATER' } } },
      },
    ],
  });
  onTestFinished(() => scenario.close());

  await scenario.fire();

  expect(scenario.outcome()).toEqual({ status: 'completed' });
  expect(scenario.calls().map(({ call }) => call)).toEqual([
    'listShipments',
    'getTracking',
    'getTracking',
    'getTracking',
    'getTracking',
  ]);
});

test('AC5: However many shipments are under way, all of them are looked up.', async () => {
  const scenario = await startScenario(integration, mocks, {
    workflow: 'trackShipments',
    collections: { shipments: many, trackings: [] },
  });
  onTestFinished(() => scenario.close());

  await scenario.fire();

  expect(scenario.outcome()).toEqual({ status: 'completed' });
  expect(scenario.calls().map(({ call }) => call)).toEqual([
    'listShipments',
    'listShipments',
    'getTracking',
    'getTracking',
    'getTracking',
    'getTracking',
    'getTracking',
    'getTracking',
    'getTracking',
    'getTracking',
    'getTracking',
    'getTracking',
    'getTracking',
    'getTracking',
    'getTracking',
    'getTracking',
    'getTracking',
    'getTracking',
    'getTracking',
    'getTracking',
    'getTracking',
    'getTracking',
    'getTracking',
  ]);
});
