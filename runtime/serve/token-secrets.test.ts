import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { StepContext } from '../context/context.ts';
import { shopAt, json } from '../http/testing/loopback.ts';
import { serve } from '../http/testing/sending.ts';
import type { SystemDefinition } from '../http/system.ts';
import type { Transport } from '../http/transport.ts';
import { defineIntegration, workflow } from '../integration.ts';
import { runOnce } from '../scenario/run-once.ts';
import { createLogger } from '../settings/create-logger.ts';
import { temporaryFolder } from '../testing/test-engine.ts';
import { redactorFor } from '../settings/redactor.ts';
import { settingsFrom } from '../settings/settings.ts';
import { runWorkflow } from './run-workflow.ts';

const ACCESS = 'access-token-4f1c9a';
const REFRESH = 'refresh-token-77aa01';

function integrationAt(url: string) {
  const shop: SystemDefinition = shopAt(url, {
    auth: {
      kind: 'oauth2',
      grant: 'refreshToken',
      token: { url: `${url}/token`, setting: 'SHOP_TOKEN_URL' },
      clientId: { setting: '', default: 'client' },
      clientSecret: { setting: 'SHOP_CLIENT_SECRET' },
      refreshToken: 'SHOP_REFRESH_TOKEN',
      clientAuth: 'body',
    },
  });
  const clients = (transport: Transport) => ({
    echo: async () =>
      (
        await transport.send(shop, {
          operation: 'echo',
          method: 'GET',
          path: '/echo',
          retrySafe: true,
          parse: (body) => body,
        })
      ).body,
  });
  return defineIntegration({
    name: 'echoes',
    version: '1',
    systems: [shop],
    settings: [],
    clients,
    workflows: {
      echo: workflow({
        trigger: { kind: 'manual', parse: (body) => body },
        run: async (ctx: StepContext<ReturnType<typeof clients>>) => {
          const told = await ctx.run('echo', ({ http }) => http.echo());
          ctx.log.info({ told }, 'told');
          return told;
        },
      }),
    },
  });
}

test('a token that a system gave, and repeats, is in no log line and not on disk', async () => {
  const server = await serve((request, response) => {
    if (request.url === '/token') json(response, 200, { access_token: ACCESS, refresh_token: REFRESH, expires_in: 60 });
    else json(response, 200, { sent: request.headers.authorization, refresh: REFRESH });
  });
  const integration = integrationAt(server.url);
  const environment = { SHOP_CLIENT_SECRET: 'client-secret-0', SHOP_REFRESH_TOKEN: 'refresh-token-000000' };
  const dataDir = temporaryFolder();
  const lines: string[] = [];
  const redactor = redactorFor(integration, settingsFrom(environment));
  const log = createLogger({ name: 'echoes', level: 'debug', redactor, write: (line) => lines.push(line) });
  const end = await runWorkflow(integration, { workflow: 'echo', environment, dataDir, log, redactor });
  expect(end).toMatchObject({ status: 'completed', result: { sent: 'Bearer [redacted]', refresh: '[redacted]' } });
  expect(server.received.at(-1)?.headers.authorization).toBe(`Bearer ${ACCESS}`);
  const disk = readdirSync(dataDir)
    .filter((file) => file !== 'tokens.json')
    .map((file) => readFileSync(path.join(dataDir, file), 'latin1'));
  for (const secret of [ACCESS, REFRESH, ...Object.values(environment)]) {
    expect(lines.join('')).not.toContain(secret);
    expect(disk.join('')).not.toContain(secret);
  }
  expect(lines.join('')).toContain('Bearer [redacted]');
  expect(readFileSync(path.join(dataDir, 'tokens.json'), 'utf8')).toContain(REFRESH);
  expect(readFileSync(path.join(dataDir, 'tokens.json'), 'utf8')).not.toContain(ACCESS);
});

test('a run against what gives no tokens has made-up ones', async () => {
  const server = await serve((request, response) => json(response, 200, { sent: request.headers.authorization }));
  const end = await runOnce(integrationAt('https://shop.example'), {
    workflow: 'echo',
    baseUrls: { shop: server.url },
  });
  expect(end).toMatchObject({ status: 'completed', returned: { sent: 'Bearer made-up-access-token' } });
  expect(server.received.map(({ url }) => url)).toEqual(['/echo']);
});
