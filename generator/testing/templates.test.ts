import { createHmac } from 'node:crypto';
import { mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { startIntegration, systemClock, type IntegrationDefinition } from '@flowright/runtime';
import { startMocks, type MockDefinition, type MockServer } from '@flowright/runtime/mock';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { spawnCli } from '../cli/testing/spawn-cli.ts';
import { copyTemplate } from '../cli/init/copy-template.ts';
import { listTemplates } from '../cli/init/templates.ts';
import { buildSpecs } from '../pipeline/build-specs.ts';
import { repository } from './repository.ts';

const templates = await listTemplates();
let folder: string;

/** What a user does: takes each template under a name of their own, and builds it. */
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'templates-'));
  await symlink(path.join(repository, 'node_modules'), path.join(folder, 'node_modules'));
  for (const template of templates)
    await copyTemplate(template, `my-${template.name}`, path.join('specs', template.name), folder);
  const report = await buildSpecs(['specs'], { cwd: folder, outDir: 'out' });
  expect(report.diagnostics).toEqual([]);
  expect(report.integrations.map(({ name, gaps }) => [name, gaps])).toEqual(
    templates.map(({ name }) => [`my-${name}`, []]),
  );
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Starts a built template against its mocks, until the test ends, at a time that the test sets. */
async function start(template: string, now = '2026-03-02T12:00:00Z') {
  const source = pathToFileURL(path.join(folder, 'out', `my-${template}`, 'src')).href;
  const { integration }: { readonly integration: IntegrationDefinition<unknown> } = await import(
    `${source}/triggers.ts`
  );
  const { mocks }: { readonly mocks: MockDefinition } = await import(`${source}/mocks.ts`);
  const systems = await startMocks(mocks);
  onTestFinished(() => systems.close());
  const time = { now: Date.parse(now) };
  const running = await startIntegration(integration, {
    environment: systems.settings,
    random: () => 0,
    schedules: false,
    clock: { ...systemClock, now: () => time.now },
  });
  onTestFinished(() => running.close(100));
  return { ...running, systems, time, secret: (name: string) => systems.settings[name] ?? '' };
}

const callsOf = (systems: MockServer) => systems.requests.map(({ endpoint }) => endpoint);

async function post(
  url: string,
  body: string,
  headers: Readonly<Record<string, string>>,
): Promise<{ readonly status: number; readonly body: unknown }> {
  const response = await fetch(url, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...headers },
  });
  return { status: response.status, body: await response.json() };
}

test('there are templates, each with a description', () => {
  expect(templates.map(({ name }) => name)).toEqual(['order-fan-out', 'scheduled-sync', 'webhook-to-api']);
  for (const { description } of templates) expect(description).toMatch(/\.$/u);
});

test('the criteria of each are tests that pass', { timeout: 60_000 }, async () => {
  const { code, stdout } = await spawnCli(['test', 'out'], folder);
  expect(code, stdout).toBe(0);
  expect(stdout).toMatch(/^\d+ criteria passed \(3 integrations\)$/mu);
});

describe('webhook-to-api', () => {
  const payload = async (name: string) =>
    await readFile(path.join(folder, 'specs', 'webhook-to-api', 'payloads', `${name}.json`), 'utf8');

  test('a person who is not known becomes a contact, and one who is known is updated', async () => {
    const { url, engine, systems, secret } = await start('webhook-to-api');
    /** It answers nothing of its own: the delivery is accepted, and worked on. */
    const deliver = async (body: string, id: string): Promise<void> => {
      const signature = createHmac('sha256', secret('FORMBEE_WEBHOOK_SECRET')).update(body).digest('hex');
      const answer = await post(`${url}/formbee/submissions`, body, {
        'x-formbee-delivery': id,
        'x-formbee-signature': `sha256=${signature}`,
      });
      expect(answer).toEqual({ status: 202, body: { runId: expect.any(String) } });
      await engine.idle();
    };
    await deliver(await payload('submission'), '1');
    expect(callsOf(systems)).toEqual(['findContacts', 'createContact']);
    expect(systems.requests[0]?.query).toEqual({ email: 'mara.lindqvist@example.com', limit: '1' });
    const contact = {
      email: 'mara.lindqvist@example.com',
      firstName: 'Mara',
      lastName: 'Lindqvist',
      newsletter: true,
      source: 'form',
    };
    expect(systems.requests[1]?.body).toEqual(contact);
    expect(systems.requests[1]?.headers['idempotency-key']).toMatch(/^[0-9a-f-]{36}$/u);

    await deliver((await payload('submission')).replace('"newsletter": true', '"newsletter": false'), '2');
    expect(callsOf(systems).slice(2)).toEqual(['findContacts', 'updateContact']);
    const stored = systems.collection('contacts').filter((one) => JSON.stringify(one).includes('mara.lindqvist'));
    expect(stored).toEqual([{ ...contact, newsletter: false, id: '1001' }]);

    await deliver(await payload('submission-short'), '3');
    expect(systems.requests.at(-1)?.body).toEqual({
      email: 'tove@example.com',
      firstName: 'Tove',
      newsletter: false,
      source: 'form',
    });
  });
});

describe('scheduled-sync', () => {
  test('all changed products become listings, and a later run writes only what changed since', async () => {
    const { engine, systems, time } = await start('scheduled-sync');
    const fire = async () => {
      const { runId } = await engine.fire('syncProducts');
      await engine.idle();
      return engine.show(runId);
    };
    expect(await fire()).toMatchObject({ status: 'completed' });
    expect(callsOf(systems)).toEqual(['listProducts', 'putListing', 'putListing', 'listProducts', 'putListing']);
    const bodies = systems.requests.flatMap(({ body }) => body ?? []);
    expect(bodies).toEqual([
      {
        sku: 'LAMP-01',
        name: 'Desk lamp',
        price: 49.9,
        currency: 'SEK',
        inStock: true,
        tags: 'light, office',
        updatedOn: '2026-03-01',
      },
      {
        sku: 'LAMP-02',
        name: 'Floor lamp',
        price: 1299,
        currency: 'SEK',
        inStock: false,
        tags: 'light, living',
        updatedOn: '2026-03-02',
      },
      {
        sku: 'MUG-07',
        name: 'Mug, blue',
        price: 8.95,
        currency: 'SEK',
        inStock: false,
        tags: '',
        updatedOn: '2026-03-02',
      },
    ]);

    const [lamp] = systems.collection('products');
    systems.insert('products', [{ ...Object(lamp), id: 'prd_1b', price_cents: 3990, updated_at: time.now / 1000 }]);
    time.now += 900_000;
    expect(await fire()).toMatchObject({ status: 'completed' });
    expect(callsOf(systems).slice(5)).toEqual(['listProducts', 'putListing']);
    expect(systems.collection('listings')).toMatchObject([
      { sku: 'LAMP-01', price: 39.9 },
      { sku: 'LAMP-02' },
      { sku: 'MUG-07' },
    ]);
  });
});

describe('order-fan-out', () => {
  const order = async (): Promise<Readonly<Record<string, unknown>>> => {
    const schema: { readonly examples?: readonly Readonly<Record<string, unknown>>[] } = JSON.parse(
      await readFile(path.join(folder, 'specs', 'order-fan-out', 'models', 'order.schema.json'), 'utf8'),
    );
    return schema.examples?.[0] ?? {};
  };

  test('a paid order becomes one invoice and one shipment that names it; what is not to be taken calls nothing', async () => {
    const { url, systems, secret, time } = await start('order-fan-out', '2026-03-02T15:30:00Z');
    const deliver = (payload: unknown, { topic = 'order.paid', sentAt = time.now / 1000 } = {}) => {
      const body = JSON.stringify(payload);
      const signature = createHmac('sha256', secret('CARTWHEEL_WEBHOOK_SECRET'))
        .update(`${sentAt}.${body}`)
        .digest('base64');
      return post(`${url}/cartwheel/orders`, body, {
        'x-cartwheel-topic': topic,
        'x-cartwheel-timestamp': String(sentAt),
        'x-cartwheel-signature': signature,
      });
    };
    const paid = await order();
    expect(await deliver(paid, { sentAt: time.now / 1000 - 301 })).toMatchObject({ status: 401 });
    expect(await deliver(paid, { topic: 'order.cancelled' })).toEqual({ status: 200, body: { ignored: true } });
    expect(await deliver({ ...paid, id: 'test', test: true })).toEqual({ status: 200, body: { ignored: true } });
    expect(await deliver({ ...paid, id: 'empty', items: [] })).toMatchObject({
      status: 422,
      body: { error: { code: 'invalid_input', message: 'Order 10342 has no items' } },
    });
    expect(systems.requests).toEqual([]);

    expect(await deliver(paid)).toEqual({ status: 201, body: { invoice: '1001', shipment: '1001' } });
    expect(await deliver(paid)).toEqual({ status: 201, body: { invoice: '1001', shipment: '1001' } });
    expect(callsOf(systems)).toEqual(['createInvoice', 'createShipment']);
    expect(systems.requests.map(({ body }) => body)).toMatchObject([
      {
        reference: 'Order 10342',
        customer: 'Jonas Ek',
        currency: 'SEK',
        total: 718,
        dueDate: '2026-03-02',
        lines: [{ text: 'Knots and Splices', quantity: 2, unitPrice: 189.5, vat: 6 }, {}],
      },
      {
        orderNumber: '10342',
        invoiceId: '1001',
        service: 'express',
        recipient: { name: 'Jonas Ek', street: 'Storgatan 4', postcode: '114 51', city: 'Stockholm', country: 'SE' },
        parcels: [{ sku: 'BOOK-881', count: 2 }, {}],
      },
    ]);
  });
});
