import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { once } from 'node:events';
import path from 'node:path';
import { missingSettings } from '../../cli/run/missing-settings.ts';
import { nodeProblem } from '../../cli/node-version.ts';
import { parseFault } from '../../cli/dev/parse-fault.ts';
import { DiagnosticError } from '../../cli/diagnostic-error.ts';
import { diagnostic, type Diagnostic } from '../../diagnostics/diagnostic.ts';
import { command, diagnosticsOf, type Situation } from './situation.ts';

const SPEC = `flowright: 1
name: orders
systems: { crm: { baseUrl: https://crm.example.com } }
endpoints: { ping: { system: crm, method: POST, path: /ping } }
workflows: { ping: { trigger: { manual: {} }, steps: [{ call: ping }] } }
`;

async function spec(cwd: string, name: string): Promise<void> {
  await writeFile(path.join(cwd, `${name}.integration.yaml`), SPEC.replace('orders', name));
}

function thrown(work: () => unknown): readonly Diagnostic[] {
  try {
    work();
  } catch (error) {
    if (error instanceof DiagnosticError) return error.diagnostics;
    throw error;
  }
  return [];
}

/** Usage, settings, ports: what the command line finds wrong. */
export const situationsOfCommands: Readonly<Record<string, Situation>> = {
  FR3006: command('flowright import openapi crm.openapi.yaml', async (cwd) => {
    await writeFile(
      path.join(cwd, 'crm.openapi.yaml'),
      "openapi: 3.0.3\ninfo: { title: CRM, version: '1' }\nservers: [{ url: https://crm.example.com }]\npaths:\n  /deals:\n    get:\n      operationId: listDeals\n      parameters: [{ name: session, in: cookie, schema: { type: string } }]\n      responses: { '204': { description: None } }\n",
    );
  }),
  FR6001: command('flowright chekc orders.integration.yaml'),
  FR6002: {
    when: 'flowright run out/orders',
    tell: () =>
      Promise.resolve(
        missingSettings(
          { settings: [{ setting: 'CRM_TOKEN' }, { setting: 'CRM_URL', default: 'https://crm.example.com' }] },
          {},
        ),
      ),
  },
  FR6003: command('flowright init orders --template scheduled'),
  FR6004: command('flowright init OrdersToCrm'),
  FR6005: command('flowright init orders', async (cwd) => {
    await mkdir(path.join(cwd, 'orders'));
    await spec(path.join(cwd, 'orders'), 'orders');
  }),
  FR6006: command('flowright run out', async (cwd) => await mkdir(path.join(cwd, 'out/orders'), { recursive: true })),
  FR6007: command('flowright dev .', async (cwd) => {
    await spec(cwd, 'orders');
    await spec(cwd, 'stock');
  }),
  FR6008: {
    when: 'flowright dev out/orders --fault crm.createDael=429',
    tell: () =>
      Promise.resolve(
        thrown(() =>
          parseFault('crm.createDael=429', {
            systems: [
              {
                id: 'crm',
                baseUrlSetting: 'CRM_URL',
                basePath: '',
                auth: { kind: 'none' },
                endpoints: [
                  { id: 'createDeal', method: 'POST', path: '/deals', status: 201, does: { kind: 'respond' } },
                ],
              },
            ],
            seeds: {},
          }),
        ),
      ),
  },
  FR6009: command('flowright run out/orders', async (cwd) => {
    await mkdir(path.join(cwd, 'out/orders/src'), { recursive: true });
    await writeFile(path.join(cwd, 'out/orders/src/triggers.ts'), 'export {};\n');
  }),
  FR6010: {
    when: 'flowright dev orders.integration.yaml --port 3000',
    async tell(cwd) {
      await spec(cwd, 'orders');
      const taken = createServer().listen(0, '127.0.0.1');
      await once(taken, 'listening');
      const address = taken.address();
      const port = typeof address === 'object' && address !== null ? String(address.port) : '';
      const found = await diagnosticsOf(`flowright dev orders.integration.yaml --port ${port}`, cwd);
      taken.close();
      return found.map((one) => ({ ...one, message: one.message.replace(port, '3000') }));
    },
  },
  FR6013: command(
    'flowright init orders --dir notes/orders',
    async (cwd) => await writeFile(path.join(cwd, 'notes'), 'a file'),
  ),
  FR6014: {
    when: 'flowright check',
    tell: () => Promise.resolve([diagnostic('FR6014', nodeProblem('20.20.2') ?? { found: '', wanted: '' })]),
  },
  FR6015: command('flowright explain FR2093'),
  FR6016: {
    when: 'flowright connect out/orders crm',
    tell: () =>
      Promise.resolve([diagnostic('FR6016', { system: 'crm', reason: 'crm: it was not agreed to: access_denied' })]),
  },
};
