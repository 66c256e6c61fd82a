import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { listTemplates } from '../init/templates.ts';
import { runInProcess, type Outcome } from '../testing/run-in-process.ts';
import { spawnCli } from '../testing/spawn-cli.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';

vi.setConfig({ testTimeout: 60_000 });

const templates = (await listTemplates()).map((template) => template.name);
let folder: Awaited<ReturnType<typeof temporaryFolder>>;

beforeAll(async () => {
  folder = await temporaryFolder();
  for (const name of templates) await runInProcess(['init', name, '-t', name], folder.path);
  await runInProcess(['build'], folder.path);
}, 60_000);

afterAll(async () => {
  await folder[Symbol.asyncDispose]();
});

const cli = (...argv: readonly string[]): Promise<Outcome> => spawnCli(argv, folder.path);

describe('dev --once', () => {
  it.each(templates)('tries %s as it was built', async (name) => {
    const { code, stdout, stderr } = await cli('dev', `out/${name}`, '--once');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain(`${name} runs with its mock systems.`);
    expect(stdout).toMatch(/The mock systems hold, with the newest item of each:\n(?:.*\n)*.*\(\+\d\)/);
    expect(stdout).toMatch(/\n1 run completed\n$/);
  });

  it('builds a spec first, and shows what a fault does', async () => {
    const { code, stdout } = await cli('dev', 'order-fan-out', '--once', '--fault', 'ledgerly.createInvoice=503');
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /ledgerly POST \/invoices 503 .*\(fault: 503\)\n.*invoiced is tried again in .*\n.*invoiced, try 2\n.*ledgerly POST \/invoices 201 /,
    );
  });

  it('exits with 1 where a run fails, in lines of JSON where they are wanted', async () => {
    const { code, stdout, stderr } = await cli(
      'dev',
      'out/order-fan-out',
      '--once',
      '--fault',
      'parcelbird=422',
      '--json',
    );
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    const events: readonly { readonly type: string }[] = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(events[0]).toMatchObject({
      type: 'ready',
      name: 'order-fan-out',
      webhooks: [{ workflow: 'orderPaid', curl: expect.stringMatching(/^curl /) }],
    });
    expect(events.find((event) => event.type === 'run.failed')).toMatchObject({ failure: { code: 'invalid_input' } });
    expect(events.at(-1)).toMatchObject({
      type: 'outcome',
      ok: false,
      failed: 1,
      collections: { invoices: [{ reference: 'Order 10342' }], shipments: [] },
    });
    expect(stdout).not.toContain('mock-ledgerly-password');
  });
});

describe('dev', () => {
  it('takes deliveries until it is interrupted', async () => {
    const argv = ['dev', 'out/webhook-to-api', '--port', '0', '--json'];
    const { code, stdout } = await spawnCli(argv, folder.path, {
      until: '"type":"ready"',
      act: async (seen) => {
        const { url }: { readonly url: string } = JSON.parse(seen);
        const response = await fetch(`${url}/formbee/submissions`, { method: 'POST', body: '{}' });
        expect(response.status).toBe(401);
      },
    });
    expect(code).toBe(130);
    expect(stdout).toMatch(
      /"type":"request".*\n.*"type":"log".*does not prove its sender.*\n.*"type":"answer".*"status":401/,
    );
  });

  it('says when its port is taken', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' ? String(address?.port) : '';
    const { code, stderr } = await cli('dev', 'out/webhook-to-api', '--once', '--port', port);
    server.close();
    expect(code).toBe(3);
    expect(stderr).toMatch(new RegExp(`^FR6010 port ${port} is taken\n`));
  });

  it('names the problem of a target that it cannot run', async () => {
    expect(await runInProcess(['dev', 'nowhere'], folder.path)).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^FR1001 /),
    });
    expect(await runInProcess(['dev', '.'], folder.path)).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^FR6007 '\.' holds 3 specs/),
    });
  });
});

describe('run', () => {
  const settings = ['CONTACTLY_TOKEN=token-of-a-test', 'FORMBEE_WEBHOOK_SECRET=secret-of-a-test'];

  it('lists all settings that are missing', async () => {
    await writeFile(join(folder.path, 'half.env'), `${settings[0] ?? ''}\n`);
    const none = await cli('run', 'out/order-fan-out');
    expect(none.code).toBe(2);
    expect(none.stderr.match(/FR6002 the setting \w+/g)).toHaveLength(4);
    const half = await cli('run', 'out/webhook-to-api', '--env', 'half.env', '--json');
    expect(JSON.parse(half.stdout)).toMatchObject({
      errors: 1,
      diagnostics: [{ code: 'FR6002', message: 'the setting FORMBEE_WEBHOOK_SECRET is not given' }],
    });
  });

  it('serves with the settings of a file until a signal ends it', async () => {
    await writeFile(join(folder.path, 'all.env'), settings.join('\n'));
    const { code, stdout } = await spawnCli(
      ['run', 'out/webhook-to-api', '--env', 'all.env', '--port', '0'],
      folder.path,
      {
        until: 'listening on',
        act: async (seen) => {
          const { url }: { readonly url: string } = JSON.parse(seen);
          expect((await fetch(`${url}/healthz`)).status).toBe(200);
        },
      },
    );
    expect(code).toBe(0);
    expect(stdout).toContain('"msg":"stopped"');
    expect(stdout).not.toContain('secret-of-a-test');
  });

  it('wants a folder that was built', async () => {
    expect(await cli('run', 'no-such')).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^FR6006 there is no integration in 'no-such'/),
    });
    expect(await cli('run', 'out/webhook-to-api', '--env', 'none.env')).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^FR1001 no file 'none\.env'/),
    });
  });
});
