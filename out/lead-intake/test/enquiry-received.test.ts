import { startScenario } from '@flowright/runtime/scenario';
import { expect, onTestFinished, test } from 'vitest';
import { mocks } from '../src/mocks.ts';
import { integration } from '../src/triggers.ts';
import enquiry from './fixtures/enquiry.json' with { type: 'json' };

test('AC1: Somebody new becomes a contact with the parts of name and address, and the enquiry is on it.', async () => {
  const scenario = await startScenario(integration, mocks, { workflow: 'enquiryReceived' });
  onTestFinished(() => scenario.close());

  const response = await scenario.deliver(enquiry);

  expect(response).toEqual({ status: 200, body: { contactId: '1001', outcome: 'taken', topic: 'sales' } });
  expect(scenario.calls()).toEqual([
    { call: 'findContacts', query: { key: 'e:ines.calder@example.com' } },
    {
      call: 'createContact',
      body: {
        address: {
          box: '',
          city: 'Portland',
          kind: 'street',
          number: '18',
          state: 'ME',
          street: 'Quay Street',
          unit: '2B',
          zip: '04101',
        },
        city: 'Portland',
        company: 'Quay Books',
        email: 'ines.calder+web@example.com',
        family: 'van der Calder',
        given: 'Ines',
        key: 'e:ines.calder@example.com',
        phone: '+1 207 555 0148',
        source: 'form',
        suffix: '',
        titles: ['Dr'],
      },
    },
    {
      call: 'createEnquiry',
      body: {
        contact_id: '1001',
        message: 'We would like a quote, and a demo for three of our branches.',
        priority: 'high',
        received_at: '2026-03-14T13:26:53Z',
        subject: 'Pricing for our branches',
        topic: 'sales',
      },
    },
    expect.objectContaining({ call: 'sendMessage' }),
  ]);
  expect(scenario.collection('contacts')).toMatchObject([{ family: 'van der Calder' }]);
});

test('AC2: A known contact is found by its key whatever the form writes, takes what is new, and what contradicts it becomes a task.', async () => {
  const scenario = await startScenario(integration, mocks, {
    workflow: 'enquiryReceived',
    collections: {
      contacts: [
        {
          city: 'Boston',
          company: 'Quay Bookshop',
          family: 'van der Calder',
          given: 'Ines',
          id: '77',
          key: 'e:ines.calder@example.com',
          locked: ['company'],
          phone: '',
          source: 'form',
          updated_at: '2026-03-01T00:00:00Z',
        },
      ],
    },
  });
  onTestFinished(() => scenario.close());

  const response = await scenario.deliver(enquiry);

  expect(response).toEqual({ status: 200, body: { contactId: '77', outcome: 'taken', topic: 'sales' } });
  expect(scenario.calls()).toEqual([
    { call: 'findContacts', query: { key: 'e:ines.calder@example.com' } },
    {
      call: 'updateContact',
      path: { id: '77' },
      body: {
        city: 'Portland',
        company: 'Quay Bookshop',
        family: 'van der Calder',
        given: 'Ines',
        phone: '+1 207 555 0148',
      },
    },
    { call: 'createTask', body: { contact_id: '77', text: 'Enquiry enq_58213 says otherwise: company' } },
    {
      call: 'createEnquiry',
      body: {
        contact_id: '77',
        message: 'We would like a quote, and a demo for three of our branches.',
        priority: 'high',
        received_at: '2026-03-14T13:26:53Z',
        subject: 'Pricing for our branches',
        topic: 'sales',
      },
    },
    expect.objectContaining({ call: 'sendMessage' }),
  ]);
});

test('AC3: A contact that the form says nothing new about is left alone.', async () => {
  const scenario = await startScenario(integration, mocks, {
    workflow: 'enquiryReceived',
    collections: {
      contacts: [
        {
          city: 'Malibu',
          company: 'Stage',
          family: 'Cher',
          given: '',
          id: '78',
          key: 'e:cher@example.com',
          locked: [],
          phone: '5550148123',
          source: 'sales',
          updated_at: '2026-03-20T00:00:00Z',
        },
      ],
    },
  });
  onTestFinished(() => scenario.close());

  const response = await scenario.deliver({
    customer: false,
    email: 'cher@example.com',
    full_name: 'CHER',
    id: 'enq_3',
    message: 'I like your shop.',
    subject: ' Hello ',
    submitted_at: '2026-03-14T13:26:53Z',
  });

  expect(response).toEqual({ status: 200, body: { contactId: '78', outcome: 'taken', topic: 'other' } });
  expect(scenario.calls()).toEqual([
    { call: 'findContacts', query: { key: 'e:cher@example.com' } },
    {
      call: 'createEnquiry',
      body: {
        contact_id: '78',
        message: 'I like your shop.',
        priority: 'low',
        received_at: '2026-03-14T13:26:53Z',
        subject: 'Hello',
        topic: 'other',
      },
    },
    expect.objectContaining({ call: 'sendMessage' }),
  ]);
});

test('AC4: Of somebody new who gives nothing but a name and an address of an office, what is missing is empty.', async () => {
  const scenario = await startScenario(integration, mocks, { workflow: 'enquiryReceived' });
  onTestFinished(() => scenario.close());

  const response = await scenario.deliver({
    address: null,
    company: null,
    customer: true,
    email: 'Info@Example.com ',
    employees: null,
    full_name: ' LI, Bo',
    id: 'enq_4',
    message: 'I was charged twice.',
    phone: null,
    subject: 'Invoice',
    submitted_at: '2026-03-14T13:26:53Z',
  });

  expect(response).toEqual({ status: 200, body: { contactId: '1001', outcome: 'taken', topic: 'billing' } });
  expect(scenario.calls()).toEqual([
    { call: 'findContacts', query: { key: 'n:li|b|' } },
    {
      call: 'createContact',
      body: {
        address: { box: '', city: '', kind: 'none', number: '', state: '', street: '', unit: '', zip: '' },
        city: '',
        company: '',
        email: 'info@example.com',
        family: 'LI',
        given: 'Bo',
        key: 'n:li|b|',
        phone: '',
        source: 'form',
        suffix: '',
        titles: [],
      },
    },
    {
      call: 'createEnquiry',
      body: {
        contact_id: '1001',
        message: 'I was charged twice.',
        priority: 'normal',
        received_at: '2026-03-14T13:26:53Z',
        subject: 'Invoice',
        topic: 'billing',
      },
    },
    expect.objectContaining({ call: 'sendMessage' }),
  ]);
});

test('AC5: Spam is answered 200, and nobody is bothered with it.', async () => {
  const scenario = await startScenario(integration, mocks, { workflow: 'enquiryReceived' });
  onTestFinished(() => scenario.close());

  const response = await scenario.deliver({
    customer: false,
    email: 'x@example.com',
    full_name: 'X',
    id: 'enq_5',
    message: 'Win.',
    subject: 'Casino',
    submitted_at: '2026-03-14T13:26:53Z',
  });

  expect(response).toEqual({ status: 200, body: { outcome: 'spam' } });
  expect(scenario.calls()).toEqual([]);
});

test('AC6: The same enquiry again, within three days, makes no second contact, enquiry or answer.', async () => {
  const scenario = await startScenario(integration, mocks, { workflow: 'enquiryReceived' });
  onTestFinished(() => scenario.close());

  const responses = await scenario.deliverRepeatedly(2, enquiry, { everyMs: 255600000 });

  for (const response of responses) {
    expect(response).toEqual({ status: 200, body: { contactId: '1001', outcome: 'taken', topic: 'sales' } });
  }
  expect(scenario.calls().map(({ call }) => call)).toEqual([
    'findContacts',
    'createContact',
    'createEnquiry',
    'sendMessage',
  ]);
});

test('AC7: A request without a valid signature is answered 401 and calls nothing.', async () => {
  const scenario = await startScenario(integration, mocks, { workflow: 'enquiryReceived' });
  onTestFinished(() => scenario.close());

  const response = await scenario.deliver(enquiry, { tamper: 'signature' });

  expect(response.status).toBe(401);
  expect(scenario.calls()).toEqual([]);
});

test('AC8: A CRM that is busy for a while gets everything once it is there again.', async () => {
  const scenario = await startScenario(integration, mocks, {
    workflow: 'enquiryReceived',
    faults: [
      { endpoint: 'findContacts', times: 3, does: { kind: 'status', status: 503 } },
      { endpoint: 'createEnquiry', times: 1, does: { kind: 'status', status: 429, headers: { 'Retry-After': '5' } } },
      { endpoint: 'sendMessage', times: 2, does: { kind: 'status', status: 429 } },
    ],
  });
  onTestFinished(() => scenario.close());

  const response = await scenario.deliver(enquiry);

  expect(response).toEqual({ status: 200, body: { contactId: '1001', outcome: 'taken', topic: 'sales' } });
  expect(scenario.calls().map(({ call }) => call)).toEqual([
    'findContacts',
    'findContacts',
    'findContacts',
    'findContacts',
    'createContact',
    'createEnquiry',
    'createEnquiry',
    'sendMessage',
    'sendMessage',
    'sendMessage',
  ]);
});

test.todo(
  'AC9: The answer says in plain words what happens next, and when, as the topic and its urgency ask; it promises nothing else.',
);

test.todo('AC10: The answer to a customer with an urgent problem takes the problem seriously.');
