import type { StepContext, SystemDefinition, Transport } from '../../runtime/index.ts';
import { defineIntegration, startIntegration, workflow } from '../../runtime/index.ts';
import { CALLS } from './payload.ts';

type Clients = ReturnType<typeof clientsOf>;

/** The same on the embedded engine: deduplicated, and each call a journalled step. Nothing outlives the process without `dataDir`. */
export async function startEmbedded(target: string, dataDir: string | undefined): Promise<string> {
  const system: SystemDefinition = {
    id: 'upstream',
    baseUrl: target,
    baseUrlSetting: 'UPSTREAM_BASE_URL',
    variables: {},
    auth: { kind: 'none' },
    headers: {},
    timeoutMs: 30_000,
    retry: { attempts: 1, initialMs: 1, factor: 1, maxMs: 1, on: [] },
  };
  const main = workflow({
    trigger: {
      kind: 'webhook',
      method: 'POST',
      path: '/events',
      auth: { kind: 'none' },
      dedupe: { id: ({ headers }) => headers['x-id'], keepMs: 600_000 },
      parse: (body) => body,
      answer: 'completed',
      waitMs: 30_000,
    },
    run: callThrice,
  });
  const integration = defineIntegration({
    name: 'throughput',
    version: '1',
    systems: [system],
    settings: [],
    clients: (transport) => clientsOf(transport, system),
    workflows: { main },
  });
  return (await startIntegration(integration, { environment: {}, ...(dataDir !== undefined && { dataDir }) })).url;
}

async function callThrice(ctx: StepContext<Clients>, event: unknown): Promise<void> {
  for (let call = 0; call < CALLS; call += 1) await ctx.run(`call ${call}`, ({ http }) => http.call(call, event));
  await ctx.respond({ status: 200, body: { ok: true } });
}

function clientsOf(transport: Transport, system: SystemDefinition) {
  return {
    async call(call: number, body: unknown): Promise<unknown> {
      const answer = await transport.send(system, {
        operation: 'call',
        method: 'POST',
        path: `/${call}`,
        body,
        retrySafe: true,
        parse: (value) => value,
      });
      return answer.body;
    },
  };
}
