import { createServer } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import type { StepContext } from '../context/context.ts';
import type { SystemDefinition } from '../http/system.ts';
import type { Transport } from '../http/transport.ts';
import { defineIntegration, workflow } from '../integration.ts';
import { temporaryFolder } from '../testing/test-engine.ts';
import { startIntegration } from './start-integration.ts';

const crm: SystemDefinition = {
  id: 'crm',
  baseUrl: 'https://crm.example',
  baseUrlSetting: 'CRM_BASE_URL',
  variables: {},
  auth: { kind: 'bearer', secret: 'CRM_TOKEN' },
  headers: {},
  timeoutMs: 5000,
  retry: { attempts: 3, initialMs: 1, factor: 1, maxMs: 1, on: ['5xx', 429], respect: 'retry-after' },
};

const clients = (transport: Transport) => ({
  create: async (body: unknown) =>
    (
      await transport.send(crm, {
        operation: 'create',
        method: 'POST',
        path: '/contacts',
        body,
        retrySafe: true,
        idempotencyHeader: 'idempotency-key',
        parse: (answer) => answer,
      })
    ).body,
});

const integration = defineIntegration({
  name: 'contacts',
  version: '1',
  systems: [crm],
  settings: [{ setting: 'CRM_TOKEN' }],
  clients,
  workflows: {
    main: workflow({
      trigger: { kind: 'manual', parse: (body) => body },
      run: async (ctx: StepContext<ReturnType<typeof clients>>, input: unknown) =>
        ctx.run('create', ({ http }) => http.create(input)),
    }),
  },
});

/** A system that answers with each status in turn, and what it was asked with. */
async function system(statuses: readonly number[]) {
  const asked: { readonly authorization: unknown; readonly key: unknown }[] = [];
  const server = createServer((incoming, response) => {
    const status = statuses[asked.length] ?? 200;
    asked.push({ authorization: incoming.headers.authorization, key: incoming.headers['idempotency-key'] });
    incoming.resume();
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ status }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  return { asked, url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}` };
}

async function started(statuses: readonly number[]) {
  const { asked, url } = await system(statuses);
  const running = await startIntegration(integration, {
    environment: { CRM_BASE_URL: url, CRM_TOKEN: 'crm-token-value' },
    dataDir: temporaryFolder(),
  });
  onTestFinished(() => running.close(50));
  const { runId } = await running.engine.start('main', { name: 'Ada' });
  await running.engine.idle();
  return { asked, run: running.engine.show(runId) };
}

test('a step that the system turns away is tried again with the same key, and the run completes', async () => {
  const { asked, run } = await started([503, 429]);
  expect(run).toMatchObject({
    status: 'completed',
    result: { status: 200 },
    journal: [{ name: 'create', attempts: 3 }],
  });
  expect(asked.map(({ authorization }) => authorization)).toEqual(Array(3).fill('Bearer crm-token-value'));
  expect(new Set(asked.map(({ key }) => key)).size).toBe(1);
});

test('a system that stays down makes a dead letter; one that says no is not asked again', async () => {
  const down = await started([503, 503, 503]);
  expect([down.run?.status, down.run?.error?.code, down.asked.length]).toEqual(['failed', 'provider_error', 3]);
  const no = await started([404]);
  expect([no.run?.status, no.run?.error?.code, no.asked.length]).toEqual(['failed', 'not_found', 1]);
  expect(JSON.stringify([down.run, no.run])).not.toContain('crm-token-value');
});

test('closing is possible at once and twice, and nothing keeps the process', async () => {
  const running = await startIntegration(integration, { environment: { CRM_TOKEN: 'crm-token-value' } });
  await Promise.all([running.close(), running.close()]);
  await delay(0);
  await expect(fetch(running.url)).rejects.toThrow();
});
