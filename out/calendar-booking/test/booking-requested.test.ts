import { startScenario } from '@flowright/runtime/scenario';
import { expect, onTestFinished, test } from 'vitest';
import { mocks } from '../src/mocks.ts';
import { integration } from '../src/triggers.ts';
import request from './fixtures/request.json' with { type: 'json' };

test('AC1: Where the time is free, the request is booked as it came; what only touches it stays.', async () => {
  const scenario = await startScenario(integration, mocks, {
    workflow: 'bookingRequested',
    collections: {
      events: [
        {
          colour: 'red',
          end: '2026-03-16T10:00:00Z',
          id: 'e1',
          movable: false,
          organiser: 'bo@example.com',
          priority: 5,
          requested_at: '2026-03-01T00:00:00Z',
          start: '2026-03-16T09:00:00Z',
          status: 'confirmed',
          title: 'Planning',
        },
        {
          colour: 'red',
          end: '2026-03-16T11:00:00Z',
          id: 'e2',
          movable: false,
          organiser: 'bo@example.com',
          priority: 5,
          requested_at: '2026-03-01T00:00:00Z',
          start: '2026-03-16T10:45:00Z',
          status: 'confirmed',
          title: 'Planning',
        },
        {
          colour: 'red',
          end: '2026-03-16T11:00:00Z',
          id: 'e3',
          movable: false,
          organiser: 'bo@example.com',
          priority: 5,
          requested_at: '2026-03-01T00:00:00Z',
          start: '2026-03-16T10:00:00Z',
          status: 'displaced',
          title: 'Planning',
        },
      ],
    },
  });
  onTestFinished(() => scenario.close());

  const response = await scenario.deliver(request, { headers: { 'webhook-id': 'delivery-1' } });

  expect(response).toEqual({ status: 200, body: { booked: true, displaced: 0 } });
  expect(scenario.calls()).toEqual([
    {
      call: 'listEvents',
      path: { calendar: 'consulting' },
      query: { maxResults: '250', status: 'confirmed', timeMin: '2026-03-16T10:00:00Z' },
    },
    {
      call: 'putEvent',
      path: { calendar: 'consulting', id: 'bk_2041' },
      body: {
        colour: 'green',
        end: '2026-03-16T10:45:00Z',
        id: 'bk_2041',
        movable: true,
        organiser: 'ines.calder@example.com',
        priority: 3,
        requested_at: '2026-03-14T13:26:53Z',
        start: '2026-03-16T10:00:00Z',
        status: 'confirmed',
        title: 'Interview for the spring catalogue',
      },
    },
  ]);
});

test('AC2: Lesser bookings make room, earliest first.', async () => {
  const scenario = await startScenario(integration, mocks, {
    workflow: 'bookingRequested',
    collections: {
      events: [
        {
          colour: 'blue',
          end: '2026-03-16T11:00:00Z',
          id: 'e2',
          movable: true,
          organiser: 'bo@example.com',
          priority: 3,
          requested_at: '2026-03-15T00:00:00Z',
          start: '2026-03-16T10:30:00Z',
          status: 'confirmed',
          title: 'Planning',
        },
        {
          colour: 'grey',
          end: '2026-03-16T10:30:00Z',
          id: 'e1',
          movable: true,
          organiser: 'bo@example.com',
          priority: 1,
          requested_at: '2026-03-01T00:00:00Z',
          start: '2026-03-16T10:00:00Z',
          status: 'confirmed',
          title: 'Planning',
        },
      ],
    },
    pageSize: 1,
  });
  onTestFinished(() => scenario.close());

  const response = await scenario.deliver(request, { headers: { 'webhook-id': 'delivery-1' } });

  expect(response).toEqual({ status: 200, body: { booked: true, displaced: 2 } });
  expect(scenario.calls()).toEqual([
    expect.objectContaining({ call: 'listEvents' }),
    expect.objectContaining({ call: 'listEvents' }),
    { call: 'displaceEvent', path: { calendar: 'consulting', id: 'e1' }, body: { status: 'displaced' } },
    { call: 'displaceEvent', path: { calendar: 'consulting', id: 'e2' }, body: { status: 'displaced' } },
    expect.objectContaining({ call: 'putEvent' }),
  ]);
  expect(scenario.collection('events')).toMatchObject([
    { id: 'e2', status: 'displaced' },
    { id: 'e1', status: 'displaced' },
    { id: 'bk_2041', status: 'confirmed' },
  ]);
});

test('AC3: A request that may not displace what is there is declined, with the next free time, and nothing is booked.', async () => {
  const scenario = await startScenario(integration, mocks, {
    workflow: 'bookingRequested',
    metadata: { holidays: ['2026-03-17'] },
    collections: {
      events: [
        {
          colour: 'red',
          end: '2026-03-16T17:00:00Z',
          id: 'e1',
          movable: false,
          organiser: 'bo@example.com',
          priority: 5,
          requested_at: '2026-03-01T00:00:00Z',
          start: '2026-03-16T09:00:00Z',
          status: 'confirmed',
          title: 'Board',
        },
        {
          colour: 'red',
          end: '2026-03-18T09:40:00Z',
          id: 'e2',
          movable: false,
          organiser: 'bo@example.com',
          priority: 5,
          requested_at: '2026-03-01T00:00:00Z',
          start: '2026-03-18T09:00:00Z',
          status: 'confirmed',
          title: 'Board',
        },
      ],
    },
  });
  onTestFinished(() => scenario.close());

  const response = await scenario.deliver(request, { headers: { 'webhook-id': 'delivery-1' } });

  expect(response).toEqual({
    status: 200,
    body: { booked: false, next: { end: '2026-03-18T10:30:00Z', start: '2026-03-18T09:45:00Z' }, reason: 'blocked' },
  });
  expect(scenario.calls().map(({ call }) => call)).toEqual(['listEvents', 'sendMessage']);
});

test('AC4: Without holidays, the next working day counts.', async () => {
  const scenario = await startScenario(integration, mocks, {
    workflow: 'bookingRequested',
    metadata: {},
    collections: {
      events: [
        {
          colour: 'grey',
          end: '2026-03-16T17:00:00Z',
          id: 'e1',
          movable: true,
          organiser: 'al@example.com',
          priority: 2,
          requested_at: '2026-03-01T00:00:00Z',
          start: '2026-03-16T16:00:00Z',
          status: 'confirmed',
          title: 'Board',
        },
      ],
    },
  });
  onTestFinished(() => scenario.close());

  const response = await scenario.deliver(
    {
      calendar: 'consulting',
      email: ' Bo@Example.com',
      end: '2026-03-16T17:00:00Z',
      id: 'bk_4',
      name: ' Bo Li ',
      priority: 1,
      requested_at: '2026-03-14T13:26:53Z',
      start: '2026-03-16T16:30:00Z',
      title: 'Planning',
    },
    { headers: { 'webhook-id': 'delivery-1' } },
  );

  expect(response).toEqual({
    status: 200,
    body: { booked: false, next: { end: '2026-03-17T09:30:00Z', start: '2026-03-17T09:00:00Z' }, reason: 'blocked' },
  });
  expect(scenario.calls().map(({ call }) => call)).toEqual(['listEvents', 'sendMessage']);
});

test('AC5: A request that ends before it begins is declined, and no time is offered.', async () => {
  const scenario = await startScenario(integration, mocks, {
    workflow: 'bookingRequested',
    collections: { events: [] },
  });
  onTestFinished(() => scenario.close());

  const response = await scenario.deliver(
    {
      calendar: 'consulting',
      email: 'bo@example.com',
      end: '2026-03-16T10:00:00Z',
      id: 'bk_5',
      name: '',
      priority: 5,
      requested_at: '2026-03-14T13:26:53Z',
      start: '2026-03-16T11:00:00Z',
      title: 'Planning',
    },
    { headers: { 'webhook-id': 'delivery-1' } },
  );

  expect(response).toEqual({ status: 200, body: { booked: false, next: null, reason: 'invalid' } });
  expect(scenario.calls().map(({ call }) => call)).toEqual(['listEvents', 'sendMessage']);
});

test('AC6: A booking that is changed does not stand in its own way, and what is most important stays where it is.', async () => {
  const scenario = await startScenario(integration, mocks, {
    workflow: 'bookingRequested',
    collections: {
      events: [
        {
          colour: 'red',
          end: '2026-03-16T11:00:00Z',
          id: 'e1',
          movable: false,
          organiser: 'bo@example.com',
          priority: 5,
          requested_at: '2026-03-01T00:00:00Z',
          start: '2026-03-16T10:00:00Z',
          status: 'confirmed',
          title: 'Board',
        },
      ],
    },
  });
  onTestFinished(() => scenario.close());

  const response = await scenario.deliver(
    {
      calendar: 'consulting',
      email: ' Bo@Example.com',
      end: '2026-03-16T12:00:00Z',
      id: 'e1',
      name: 'Bo Li',
      priority: 5,
      requested_at: '2026-03-14T13:26:53Z',
      start: '2026-03-16T10:00:00Z',
      title: 'Board',
    },
    { headers: { 'webhook-id': 'delivery-1' } },
  );

  expect(response).toEqual({ status: 200, body: { booked: true, displaced: 0 } });
  expect(scenario.calls().map(({ call }) => call)).toEqual(['listEvents', 'putEvent']);
  expect(scenario.collection('events')).toMatchObject([
    { colour: 'red', end: '2026-03-16T12:00:00Z', id: 'e1', movable: false, organiser: 'bo@example.com' },
  ]);
});

test('AC7: The same request again, within two days, is booked once.', async () => {
  const scenario = await startScenario(integration, mocks, {
    workflow: 'bookingRequested',
    collections: { events: [] },
  });
  onTestFinished(() => scenario.close());

  const responses = await scenario.deliverRepeatedly(2, request, {
    headers: { 'webhook-id': 'delivery-1' },
    everyMs: 169200000,
  });

  for (const response of responses) {
    expect(response).toEqual({ status: 200, body: { booked: true, displaced: 0 } });
  }
  expect(scenario.calls().map(({ call }) => call)).toEqual(['listEvents', 'putEvent']);
});

test('AC8: A request without a valid signature is answered 401 and calls nothing.', async () => {
  const scenario = await startScenario(integration, mocks, { workflow: 'bookingRequested' });
  onTestFinished(() => scenario.close());

  const response = await scenario.deliver(request, { headers: { 'webhook-id': 'delivery-1' }, tamper: 'signature' });

  expect(response.status).toBe(401);
  expect(scenario.calls()).toEqual([]);
});

test('AC9: A calendar that is busy, or whose token has expired, gets the booking once it takes it.', async () => {
  const scenario = await startScenario(integration, mocks, {
    workflow: 'bookingRequested',
    collections: {
      events: [
        {
          colour: 'grey',
          end: '2026-03-16T11:00:00Z',
          id: 'e1',
          movable: true,
          organiser: 'bo@example.com',
          priority: 1,
          requested_at: '2026-03-15T00:00:00Z',
          start: '2026-03-16T10:00:00Z',
          status: 'confirmed',
          title: 'Planning',
        },
      ],
    },
    faults: [
      { endpoint: 'listEvents', times: 1, does: { kind: 'expiredToken' } },
      { endpoint: 'displaceEvent', times: 3, does: { kind: 'status', status: 503 } },
      { endpoint: 'putEvent', times: 3, does: { kind: 'status', status: 503 } },
    ],
  });
  onTestFinished(() => scenario.close());

  const response = await scenario.deliver(request, { headers: { 'webhook-id': 'delivery-1' } });

  expect(response).toEqual({ status: 200, body: { booked: true, displaced: 1 } });
  expect(scenario.calls().map(({ call }) => call)).toEqual([
    'listEvents',
    'listEvents',
    'displaceEvent',
    'displaceEvent',
    'displaceEvent',
    'displaceEvent',
    'putEvent',
    'putEvent',
    'putEvent',
    'putEvent',
  ]);
  expect(scenario.tokens()).toBe(2);
});

test('AC10: A message that the mail system cannot take yet is sent again.', async () => {
  const scenario = await startScenario(integration, mocks, {
    workflow: 'bookingRequested',
    collections: { events: [] },
    faults: [{ endpoint: 'sendMessage', times: 2, does: { kind: 'status', status: 429 } }],
  });
  onTestFinished(() => scenario.close());

  const response = await scenario.deliver(
    {
      calendar: 'consulting',
      email: 'bo@example.com',
      end: '2026-03-16T11:00:00Z',
      id: 'bk_10',
      name: 'Bo Li',
      priority: 5,
      requested_at: '2026-03-14T13:26:53Z',
      start: '2026-03-16T11:00:00Z',
      title: 'Planning',
    },
    { headers: { 'webhook-id': 'delivery-1' } },
  );

  expect(response).toEqual({ status: 200, body: { booked: false, next: null, reason: 'invalid' } });
  expect(scenario.calls().map(({ call }) => call)).toEqual(['listEvents', 'sendMessage', 'sendMessage', 'sendMessage']);
});

test.todo('AC11: Who is declined is told so politely, with the next free time.');

test.todo('AC12: Who is declined learns nothing about the meeting that is in the way.');

test.todo('AC13: Who asks for a time that cannot be, and has given no name, is helped all the same.');
