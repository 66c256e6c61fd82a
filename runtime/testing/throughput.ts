/**
 * A look at what the engine costs: workflows of three HTTP calls, beside a bare Hono handler that makes the same calls.
 * `node runtime/testing/throughput.ts`. Three processes: the system that is called, the integration, and this one.
 */
import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Hono } from 'hono';
import { Agent, request } from 'undici';
import type { StepContext, SystemDefinition, Transport } from '../index.ts';
import { defineIntegration, startIntegration, workflow } from '../index.ts';
import { listen } from '../serve/listen.ts';

const OUTSTANDING = 64;
const REQUESTS = Number(process.env['REQUESTS'] ?? 3000);
const payload = { id: 7, name: 'a record', lines: [{ sku: 'a', quantity: 1 }, { sku: 'b', quantity: 2 }] };

async function upstream(): Promise<string> {
  const server = createServer((incoming, response) => {
    incoming.resume();
    response.setHeader('content-type', 'application/json').end(JSON.stringify(payload));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
}

async function bare(target: string): Promise<string> {
  const dispatcher = new Agent({ connections: 256 });
  const app = new Hono();
  app.post('/events', async (c) => {
    const event: unknown = await c.req.json();
    for (let n = 0; n < 3; n += 1) await (await request(`${target}/${n}`, { method: 'POST', dispatcher, headers: { 'content-type': 'application/json' }, body: JSON.stringify(event) })).body.json();
    return c.json({ ok: true });
  });
  return (await listen(app.fetch, 0, '127.0.0.1')).url;
}

async function embedded(target: string, dataDir: string | undefined): Promise<string> {
  const system: SystemDefinition = {
    id: 'up',
    baseUrl: target,
    baseUrlSetting: 'UP_BASE_URL',
    variables: {},
    auth: { kind: 'none' },
    headers: {},
    timeoutMs: 30_000,
    retry: { attempts: 1, initialMs: 1, factor: 1, maxMs: 1, on: [] },
  };
  const clients = (transport: Transport) => ({
    call: async (n: number, body: unknown) =>
      (await transport.send(system, { operation: 'call', method: 'POST', path: `/${n}`, body, retrySafe: true, parse: (answer) => answer })).body,
  });
  const running = await startIntegration(
    defineIntegration({
      name: 'throughput',
      version: '1',
      systems: [system],
      settings: [],
      clients,
      workflows: {
        main: workflow({
          trigger: { kind: 'webhook', method: 'POST', path: '/events', auth: { kind: 'none' }, dedupe: { id: ({ headers }) => headers['x-id'], keepMs: 60_000 }, parse: (body) => body, answer: 'completed', waitMs: 30_000 },
          async run(ctx: StepContext<ReturnType<typeof clients>>, event: unknown) {
            for (let n = 0; n < 3; n += 1) await ctx.run(`call ${n}`, ({ http }) => http.call(n, event));
            await ctx.respond({ status: 200, body: { ok: true } });
          },
        }),
      },
    }),
    { environment: {}, ...(dataDir === undefined ? {} : { dataDir }) },
  );
  return running.url;
}

async function load(url: string): Promise<{ readonly perSecond: number; readonly p50: number; readonly p99: number }> {
  const dispatcher = new Agent({ connections: OUTSTANDING });
  const times: number[] = [];
  let left = REQUESTS;
  const began = performance.now();
  const body = JSON.stringify(payload);
  const client = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const start = performance.now();
      const response = await request(`${url}/events`, { method: 'POST', dispatcher, headers: { 'content-type': 'application/json', 'x-id': `${left}-${Math.random()}` }, body });
      await response.body.dump();
      if (response.statusCode !== 200) throw new Error(`answered ${response.statusCode}`);
      times.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: OUTSTANDING }, client));
  const seconds = (performance.now() - began) / 1000;
  times.sort((a, b) => a - b);
  await dispatcher.close();
  return { perSecond: REQUESTS / seconds, p50: times[Math.floor(times.length * 0.5)] ?? 0, p99: times[Math.floor(times.length * 0.99)] ?? 0 };
}

function role(...args: readonly string[]): Promise<{ readonly url: string; readonly stop: () => void }> {
  const child = fork(fileURLToPath(import.meta.url), args);
  return new Promise((resolve, reject) => {
    child.once('message', (url) => resolve({ url: String(url), stop: () => void child.kill() }));
    child.once('exit', () => reject(new Error(`${args.join(' ')} ended`)));
  });
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'flowright-throughput-'));
  const system = await role('upstream');
  const variants = { bare: await role('bare', system.url), memory: await role('embedded', system.url), disk: await role('embedded', system.url, folder) };
  for (let round = 0; round < 4; round += 1) {
    let base = 0;
    for (const [name, { url }] of Object.entries(variants)) {
      const { perSecond, p50, p99 } = await load(url);
      if (name === 'bare') base = perSecond;
      console.log(`${round === 0 ? 'warm-up ' : ''}${name.padEnd(7)} ${perSecond.toFixed(0).padStart(6)}/s  ÷bare ${(perSecond / base).toFixed(2)}  p50 ${p50.toFixed(0)} ms  p99 ${p99.toFixed(0)} ms`);
    }
  }
  for (const { stop } of [system, ...Object.values(variants)]) stop();
  rmSync(folder, { recursive: true, force: true });
}

const [what, target = '', dataDir] = process.argv.slice(2);
if (what === undefined) await main();
else {
  const url = what === 'upstream' ? upstream() : what === 'bare' ? bare(target) : embedded(target, dataDir);
  process.send?.(await url);
}
