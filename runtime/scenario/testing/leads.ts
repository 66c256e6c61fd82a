import type { StepContext } from '../../context/context.ts';
import { FatalError, PayloadError } from '../../context/errors.ts';
import type { SystemDefinition } from '../../http/system.ts';
import type { Transport } from '../../http/transport.ts';
import { defineIntegration, workflow } from '../../integration.ts';
import type { MockDefinition } from '../../mock/definition.ts';
import type { Tick } from '../../trigger/trigger.ts';

const auth = { kind: 'apiKey', in: 'query', name: 'key', secret: 'CRM_KEY' } as const;

const crm: SystemDefinition = {
  id: 'crm',
  baseUrl: 'https://crm.example',
  baseUrlSetting: 'CRM_BASE_URL',
  variables: {},
  auth,
  headers: {},
  timeoutMs: 5000,
  retry: { attempts: 3, initialMs: 60_000, factor: 2, maxMs: 600_000, on: ['5xx', 429], respect: 'retry-after' },
  rateLimit: { requests: 1, perMs: 600_000 },
};

const clients = (transport: Transport) => ({
  create: async (list: string, body: unknown) =>
    (
      await transport.send(crm, {
        operation: 'createLead',
        method: 'POST',
        path: `/lists/${encodeURIComponent(list)}/leads`,
        query: { notify: true },
        body,
        retrySafe: true,
        parse: (answer) => answer,
      })
    ).body,
});

type Context = StepContext<ReturnType<typeof clients>>;

interface Lead {
  readonly name: string;
}

function parseLead(body: unknown): Lead {
  const { name }: { readonly name?: unknown } = Object(body);
  if (typeof name !== 'string') throw new PayloadError([{ path: 'name', message: 'must be text' }]);
  return { name };
}

async function takeLead(ctx: Context, { name }: Lead): Promise<unknown> {
  if (name === '') throw new FatalError('no_name', 'a lead has no name');
  await ctx.run('create', ({ http }) => http.create('new leads', { name }));
  await ctx.respond({ status: 201, body: { name } });
  return undefined;
}

/** Leads that come by a webhook, by hand or with the hour go to a list of a CRM. */
export const integration = defineIntegration({
  name: 'leads',
  version: '1',
  systems: [crm],
  settings: [{ setting: 'CRM_KEY' }, { setting: 'LEADS_SECRET' }],
  clients,
  workflows: {
    delivered: workflow({
      trigger: {
        kind: 'webhook',
        method: 'POST',
        path: '/leads',
        auth: {
          kind: 'hmac',
          algorithm: 'sha256',
          header: 'x-signature',
          encoding: 'hex',
          secret: 'LEADS_SECRET',
          payload: ['timestamp', 'body'],
          timestamp: { header: 'x-sent-at', toleranceMs: 1000 },
        },
        dedupe: { id: ({ headers }) => headers['x-id'], keepMs: 60_000 },
        parse: parseLead,
        answer: 'completed',
        waitMs: 900_000,
      },
      run: takeLead,
    }),
    byHand: workflow({ trigger: { kind: 'manual', parse: parseLead }, run: takeLead }),
    hourly: workflow({
      trigger: { kind: 'schedule', cron: '0 * * * *', timeZone: 'UTC', overlap: 'skip', missed: 'none' },
      run: async (ctx: Context, { scheduledAt }: Tick) => {
        const last = await ctx.get('checkpoint.last');
        await ctx.run('create', ({ http }) =>
          http.create('hours', { last: last ?? null, now: new Date(scheduledAt).toISOString() }),
        );
        await ctx.set('checkpoint.last', scheduledAt);
      },
    }),
  },
});

export const mocks: MockDefinition = {
  systems: [
    {
      id: 'crm',
      baseUrlSetting: 'CRM_BASE_URL',
      basePath: '',
      auth,
      endpoints: [
        {
          id: 'createLead',
          method: 'POST',
          path: '/lists/{list}/leads',
          status: 201,
          does: {
            kind: 'create',
            collection: 'leads',
            id: { field: ['id'], type: 'integer', prefix: '' },
            example: {},
            item: [],
            envelope: {},
            at: [],
          },
        },
      ],
    },
  ],
  seeds: { leads: [{ id: 1, name: 'Ada' }] },
  settings: { LEADS_SECRET: 'mock-leads-secret' },
};
