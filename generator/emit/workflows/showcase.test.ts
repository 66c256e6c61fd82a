import { expect, test } from 'vitest';
import type { TriggerPlan } from '../../ir/trigger.ts';
import type { WorkflowPlan } from '../../ir/workflow.ts';
import { emitMain } from '../main/index.ts';
import { emitClients, emitSystem } from '../systems/index.ts';
import { typeCheck } from '../testing/type-check.ts';
import { emitTriggers } from '../triggers/index.ts';
import { emitWorkflow } from './emit-workflow.ts';
import { field, model, name, NUMBER, place, TEXT, value } from './testing/parts.ts';
import { models, modelsFile, shapes } from './testing/showcase-models.ts';
import { nightly, orderPaid } from './testing/showcase-steps.ts';
import { systems } from './testing/showcase-systems.ts';

const order = name('order', model('Order'));
const webhook: TriggerPlan = {
  kind: 'webhook',
  method: 'POST',
  path: '/orders',
  auth: {
    kind: 'hmac',
    algorithm: 'sha256',
    header: 'X-Hmac',
    encoding: 'base64',
    secret: 'HOOK_SECRET',
    payload: ['timestamp', { text: '.' }, 'body'],
    timestamp: { header: 'X-Time', toleranceMs: 1000 },
  },
  events: { header: 'X-Topic', in: ['paid', 'edited'] },
  dedupe: { id: { value: field(order, 'id', NUMBER) }, keepMs: 1000 },
  payload: model('Order'),
  as: 'order',
  filter: {
    kind: 'binary',
    op: '>',
    left: field(order, 'id', NUMBER),
    right: value(0, NUMBER),
    type: { shape: { kind: 'boolean' }, optional: false, nullable: false },
  },
  ignored: { status: 204 },
  key: { kind: 'template', parts: ['order-', field(order, 'id', NUMBER)], type: TEXT },
  answer: 'completed',
  waitMs: 20_000,
};

const workflows: readonly WorkflowPlan[] = [
  {
    id: 'orderPaid',
    place,
    symbol: { name: 'orderPaid', file: 'src/workflows/order-paid.ts' },
    trigger: webhook,
    input: { name: 'order', type: model('Order') },
    checkpoint: [],
    steps: orderPaid,
  },
  {
    id: 'nightly',
    place,
    symbol: { name: 'nightly', file: 'src/workflows/nightly.ts' },
    trigger: { kind: 'schedule', cron: '0 3 * * *', timeZone: 'UTC', overlap: 'skip', missed: 'latest' },
    input: { name: 'tick', type: model('Order') },
    checkpoint: [
      { name: 'since', type: NUMBER, initial: value(0, NUMBER), read: true },
      { name: 'last', type: NUMBER, initial: value(0, NUMBER), read: false },
    ],
    steps: nightly,
  },
  {
    id: 'byHand',
    place,
    symbol: { name: 'byHand', file: 'src/workflows/by-hand.ts' },
    trigger: { kind: 'manual', as: 'input' },
    input: { name: 'input', type: model('Order') },
    checkpoint: [],
    steps: [],
  },
];

const plan = {
  name: 'showcase',
  version: 'v1',
  systems,
  settings: [{ name: 'STRIPE_KEY', secret: true, description: 'Key.' }],
  shapes,
  models,
  tables: [],
  mappings: [],
  logic: [],
  workflows,
};

test('a whole integration type-checks against the runtime as strictly as the output is checked', () => {
  const files = [
    modelsFile,
    ...systems.map((system) => emitSystem(system, plan)),
    emitClients(systems),
    ...workflows.map((workflow) => emitWorkflow(workflow, plan)),
    emitTriggers(plan),
    emitMain(),
  ];
  const complaints = typeCheck(files, 'runtime/index.ts');
  expect(complaints, files.map(({ text }) => text).join('\n')).toBe('');
});
