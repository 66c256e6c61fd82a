import { once } from 'node:events';
import { glob, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { startMessagesApi, type MessagesApi } from '../../../testing/messages-api/messages-api.ts';
import { inOrder } from '../../../testing/messages-api/script.ts';
import { repository } from '../../../testing/repository.ts';
import { modelRequest } from '../testing/model-request.ts';
import { anthropicProvider } from './anthropic-provider.ts';

let api: MessagesApi | undefined;
afterEach(async () => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  await api?.close();
});

it('takes neither key nor address from the environment, and prints nothing whatever it is asked to log', async () => {
  vi.stubEnv('ANTHROPIC_API_KEY', 'sk-of-the-environment');
  vi.stubEnv('ANTHROPIC_AUTH_TOKEN', 'token-of-the-environment');
  vi.stubEnv('ANTHROPIC_BASE_URL', 'http://127.0.0.1:9');
  vi.stubEnv('ANTHROPIC_LOG', 'debug');
  const printed = (['log', 'info', 'debug', 'warn', 'error'] as const).map((name) => vi.spyOn(console, name));
  api = await startMessagesApi({ script: inOrder('text') });
  const given = await anthropicProvider({ apiKey: 'sk-given', baseUrl: api.baseUrl }).ask(modelRequest());
  const none = await anthropicProvider({ apiKey: undefined, baseUrl: api.baseUrl }).ask(modelRequest());
  expect([given.kind, none.kind]).toEqual(['answered', 'answered']);
  expect(api.asked.map(({ headers }) => headers['authorization'])).toEqual(['Bearer sk-given', 'Bearer none']);
  expect(JSON.stringify(api.asked)).not.toContain('of-the-environment');
  for (const spy of printed) expect(spy).not.toHaveBeenCalled();
});

it('is loaded with the first question alone', async () => {
  const root = path.join(repository, 'generator');
  for await (const file of glob('**/*.ts', { cwd: root })) {
    const text = await readFile(path.join(root, file), 'utf8');
    const loads = [...text.matchAll(/^import (?!type )[^;]*'@anthropic-ai\/sdk[^']*';/gm)].map(([line]) => line);
    expect(loads, file).toEqual([]);
  }
});

it('takes the key nowhere that a redirection leads', async () => {
  api = await startMessagesApi({ script: inOrder('text') });
  const elsewhere = createServer((_, response) => response.writeHead(307, { location: api?.baseUrl }).end());
  elsewhere.listen(0, '127.0.0.1');
  await once(elsewhere, 'listening');
  const address = elsewhere.address();
  const port = typeof address === 'object' ? String(address?.port) : '';
  const answer = await anthropicProvider({ apiKey: 'made-up', baseUrl: `http://127.0.0.1:${port}` }).ask(
    modelRequest(),
  );
  elsewhere.close();
  expect(answer).toMatchObject({ kind: 'failed', code: 'FR7303', message: expect.stringContaining('307') });
  expect(api.asked).toEqual([]);
});

it('says of a port that no client may use that it is one', async () => {
  const answer = await anthropicProvider({ apiKey: 'made-up', baseUrl: 'http://127.0.0.1:9' }).ask(modelRequest());
  expect(answer).toMatchObject({ code: 'FR7305', message: 'no client may ask at this port', fatal: true });
});
