import type { Type } from '../../shape/type.ts';
import { describe, expect, test } from 'vitest';
import type { Expression } from '../../expression/expression.ts';
import type { CallPlan, StepPlan } from '../../ir/step.ts';
import type { CheckpointField, WorkflowPlan } from '../../ir/workflow.ts';
import type { Shape } from '../../shape/shape.ts';
import { emitWorkflow } from './emit-workflow.ts';
import {
  field,
  fields,
  FLAG,
  list,
  maybe,
  model,
  name,
  NUMBER,
  objectOf,
  objectShape,
  operation,
  place,
  system,
  TEXT,
  value,
} from './testing/parts.ts';

const text: Shape = { kind: 'string' };
const number: Shape = { kind: 'number', integer: false };
const line: Shape = objectShape({ sku: text, quantity: number });
const shapes = new Map<string, Shape>([
  [
    'Order',
    objectShape({
      id: number,
      'email?': text,
      lines: { kind: 'array', item: line },
      'tags?': { kind: 'array', item: text },
    }),
  ],
  ['Contact', objectShape({ id: text })],
  ['ContactPage', objectShape({ results: { kind: 'array', item: { kind: 'ref', to: 'Contact' } }, 'next?': text })],
]);

const models = [...shapes.keys()].map((id) => ({
  id,
  place,
  symbol: { name: id, file: `src/models/${id.toLowerCase()}.ts` },
  schema: true,
  parsers: { response: `parse${id}Response`, payload: `parse${id}Payload` },
}));

const hubspot = system('hubspot', 'HubSpot', [
  operation({
    id: 'createContact',
    name: 'createContact',
    inputs: [{ name: 'body', type: model('Contact') }],
    hasBody: true,
    response: model('Contact'),
  }),
  operation({ id: 'getOwner', name: 'getOwner', response: model('Contact') }),
  operation({
    id: 'listContacts',
    name: 'listContacts',
    inputs: [{ name: 'since', type: maybe(TEXT) }],
    response: model('ContactPage'),
    pagination: {
      kind: 'cursor',
      param: 'after',
      in: 'query',
      from: [{ path: ['next'] }],
      type: TEXT,
      items: ['results'],
      itemType: model('Contact'),
      maxPages: 10_000,
    },
  }),
]);

const plan = { shapes, models, tables: [], mappings: [], logic: [], systems: [hubspot] };
const order = name('order', model('Order'));
const lines = field(order, 'lines', list({ shape: line, optional: false, nullable: false }));
const sku = field(name('line', { shape: line, optional: false, nullable: false }), 'sku');

function workflow(steps: readonly StepPlan[], checkpoint: readonly CheckpointField[] = []): WorkflowPlan {
  return {
    id: 'orderPaid',
    place,
    symbol: { name: 'orderPaid', file: 'src/workflows/order-paid.ts' },
    doc: 'A paid order becomes a contact.',
    trigger: { kind: 'manual', input: model('Order'), as: 'order' },
    input: { name: 'order', type: model('Order') },
    checkpoint,
    steps,
  };
}

const emit = (steps: readonly StepPlan[], checkpoint: readonly CheckpointField[] = []): string =>
  emitWorkflow(workflow(steps, checkpoint), plan).text;
/** The function's body alone. */
const bodyOf = (steps: readonly StepPlan[], checkpoint: readonly CheckpointField[] = []): string =>
  emit(steps, checkpoint).replace(/^[\s\S]*?Promise<void> \{\n/, '');

const create = (
  more: { readonly bind?: string; readonly hoisted?: boolean; readonly name?: string } = {},
): CallPlan => ({
  kind: 'call',
  name: more.name ?? 'createContact',
  place,
  system: 'hubspot',
  operation: 'createContact',
  input: fields({ body: objectOf({ email: sku }) }),
  result: 'body',
  ...(more.bind !== undefined && {
    bind: {
      name: more.bind,
      type: more.hoisted === true ? maybe(model('Contact')) : model('Contact'),
      hoisted: more.hoisted === true,
    },
  }),
});

const contacts = { system: 'hubspot', operation: 'listContacts', input: [], place } as const;

function use(of: string): StepPlan {
  return {
    kind: 'respond',
    name: 'respond',
    place,
    status: 200,
    headers: [],
    body: field(name(of, model('Contact')), 'id'),
  };
}

describe('a workflow', () => {
  test('is an async function of the context and the input', () => {
    const steps: StepPlan[] = [
      {
        kind: 'guard',
        name: 'guard',
        place,
        fails: { kind: 'not', of: { kind: 'present', of: field(order, 'email', maybe(TEXT)), type: FLAG }, type: FLAG },
        code: 'invalid_input',
        message: value('the order has no e-mail address'),
      },
      {
        kind: 'call',
        name: 'owner',
        place,
        note: 'One owner for all.',
        bind: { name: 'owner', type: model('Contact'), hoisted: false },
        system: 'hubspot',
        operation: 'getOwner',
        input: [],
        result: 'body',
      },
      {
        kind: 'respond',
        name: 'respond',
        place,
        status: 201,
        headers: fields({ 'X-Order': field(order, 'id', NUMBER) }),
        body: objectOf({
          ownerId: field(name('owner', model('Contact')), 'id'),
          run: field(name('run', model('Order')), 'id'),
          at: field(name('run', model('Order')), 'startedAt', NUMBER),
        }),
      },
    ];
    expect(emit(steps)).toMatchInlineSnapshot(`
      "import { FatalError, type StepContext } from '@flowright/runtime';
      import type { Clients } from '../clients.ts';
      import type { Order } from '../models/order.ts';

      /** A paid order becomes a contact. */
      export async function orderPaid(ctx: StepContext<Clients>, order: Order): Promise<void> {
          if (order.email === undefined)
              throw new FatalError('invalid_input', 'the order has no e-mail address');

          // One owner for all.
          const owner = await ctx.run('owner', ({ http }) => http.hubspot.getOwner());
          await ctx.respond({ status: 201, headers: { 'X-Order': \`\${order.id}\` }, body: { ownerId: owner.id, run: ctx.runId, at: ctx.startedAt } });
      }
      "
    `);
  });

  test('takes nothing that it does not use', () => {
    expect(emit([])).toContain('orderPaid(): Promise<void>');
    expect(
      emit([
        {
          kind: 'guard',
          name: 'g',
          place,
          fails: value(false, FLAG),
          code: 'conflict',
          message: field(order, 'email'),
        },
      ]),
    ).toContain('orderPaid(_ctx: StepContext<Clients>, order: Order)');
  });

  test('gives a name of its own to a step that is called as something else in the file', () => {
    const steps: StepPlan[] = [{ ...create({ bind: 'ctx' }), input: [], operation: 'getOwner' }, use('ctx')];
    expect(bodyOf(steps)).toContain('const ctx2 = await ctx.run(');
  });
});

describe('a branch', () => {
  const isBig = {
    kind: 'binary',
    op: '>',
    left: field(order, 'id', NUMBER),
    right: value(10, NUMBER),
    type: FLAG,
  } as const;

  test('declares what steps behind it read', () => {
    expect(
      bodyOf([
        {
          kind: 'when',
          name: 'when',
          place,
          test: isBig,
          then: [create({ bind: 'created', hoisted: true })],
          else: [{ ...create({ name: 'other' }) }],
        },
        use('created'),
      ]),
    ).toMatchInlineSnapshot(`
      "    let created: Contact | undefined;
          if (order.id > 10) {
              created = await ctx.run('createContact', ({ http }) => http.hubspot.createContact({ body: { email: line.sku } }));
          }
          else {
              await ctx.run('other', ({ http }) => http.hubspot.createContact({ body: { email: line.sku } }));
          }

          await ctx.respond({ status: 200, body: created.id });
      }
      "
    `);
  });

  test('stands right below the variable for what it tests', () => {
    const tested: StepPlan = {
      kind: 'bind',
      name: 'email',
      place,
      bind: { name: 'email', type: maybe(TEXT), hoisted: false },
      value: field(order, 'email', maybe(TEXT)),
    };
    const isThere: Expression = { kind: 'present', of: name('email', maybe(TEXT)), type: FLAG };
    expect(
      bodyOf([
        create(),
        tested,
        { kind: 'when', name: 'when', place, test: isThere, then: [create()], else: [] },
        create(),
      ]),
    ).toMatchInlineSnapshot(`
      "    await ctx.run('createContact', ({ http }) => http.hubspot.createContact({ body: { email: line.sku } }));

          const email = order.email;
          if (email !== undefined) {
              await ctx.run('createContact', ({ http }) => http.hubspot.createContact({ body: { email: line.sku } }));
          }

          await ctx.run('createContact', ({ http }) => http.hubspot.createContact({ body: { email: line.sku } }));
      }
      "
    `);
  });

  test('declares what both sides bind without a doubt', () => {
    const deal: StepPlan = { ...create(), bind: { name: 'deal', type: model('Contact'), hoisted: true } };
    expect(
      bodyOf([
        { kind: 'when', name: 'when', place, test: isBig, then: [deal, use('deal')], else: [deal] },
        use('deal'),
      ]),
    ).toMatchInlineSnapshot(`
      "    let deal: Contact;
          if (order.id > 10) {
              deal = await ctx.run('createContact', ({ http }) => http.hubspot.createContact({ body: { email: line.sku } }));
              await ctx.respond({ status: 200, body: deal.id });
          }
          else {
              deal = await ctx.run('createContact', ({ http }) => http.hubspot.createContact({ body: { email: line.sku } }));
          }

          await ctx.respond({ status: 200, body: deal.id });
      }
      "
    `);
  });

  test('keeps a constant for the rest of the branch', () => {
    const second: StepPlan = {
      ...contacts,
      kind: 'call',
      name: 'list',
      input: fields({ since: field(name('created', model('Contact')), 'id') }),
      result: 'firstPage',
    };
    expect(
      bodyOf([
        {
          kind: 'when',
          name: 'when',
          place,
          test: isBig,
          then: [create({ bind: 'created', hoisted: true }), second],
          else: [],
        },
        use('created'),
      ]),
    ).toMatchInlineSnapshot(`
      "    let created: Contact | undefined;
          if (order.id > 10) {
              const createdResult = await ctx.run('createContact', ({ http }) => http.hubspot.createContact({ body: { email: line.sku } }));
              created = createdResult;
              await ctx.run('list', async ({ http }) => (await http.hubspot.listContacts({ since: createdResult.id })).body);
          }

          await ctx.respond({ status: 200, body: created.id });
      }
      "
    `);
  });
});

describe('a loop', () => {
  const item = { name: 'line', type: { shape: line, optional: false, nullable: false }, hoisted: false };
  const loop = { kind: 'forEach', name: 'lines', place, item, in: lines, concurrency: 1, onError: 'fail' } as const;

  test('names steps by position', () => {
    expect(bodyOf([{ ...loop, do: [create()] }])).toMatchInlineSnapshot(`
      "    for (const [index, line] of order.lines.entries()) {
              await ctx.run(\`createContact/\${index}\`, ({ http }) => http.hubspot.createContact({ body: { email: line.sku } }));
          }
      }
      "
    `);
  });

  test('names steps by key, in loops within loops too', () => {
    const inner: StepPlan = { ...loop, item: { ...item, name: 'other' }, do: [create()] };
    expect(bodyOf([{ ...loop, key: sku, do: [inner] }])).toMatchInlineSnapshot(`
      "    for (const line of order.lines) {
              for (const [index, _other] of order.lines.entries()) {
                  await ctx.run(\`createContact/\${line.sku}/\${index}\`, ({ http }) => http.hubspot.createContact({ body: { email: line.sku } }));
              }
          }
      }
      "
    `);
  });

  test('takes several items at once, and no items where there is no list', () => {
    expect(bodyOf([{ ...loop, in: field(order, 'tags', maybe(list(TEXT))), concurrency: 4, do: [create()] }]))
      .toMatchInlineSnapshot(`
      "    await ctx.all(order.tags ?? [], 4, async (line, index) => {
              await ctx.run(\`createContact/\${index}\`, ({ http }) => http.hubspot.createContact({ body: { email: line.sku } }));
          });
      }
      "
    `);
  });

  test('leaves out what fails and logs it', () => {
    expect(bodyOf([{ ...loop, onError: 'skip', do: [create()] }])).toMatchInlineSnapshot(`
      "    for (const [index, line] of order.lines.entries()) {
              try {
                  await ctx.run(\`createContact/\${index}\`, ({ http }) => http.hubspot.createContact({ body: { email: line.sku } }));
              }
              catch (error) {
                  if (!(error instanceof FatalError))
                      throw error;
                  ctx.log.warn({ line: index, code: error.code, reason: error.message }, 'line left out');
              }
          }
      }
      "
    `);
  });

  test('has no position where nothing needs one', () => {
    expect(
      bodyOf([
        {
          ...loop,
          do: [{ kind: 'guard', name: 'g', place, fails: value(true, FLAG), code: 'conflict', message: sku }],
        },
      ]),
    ).toContain('for (const line of order.lines) {');
  });
});

describe('pages', () => {
  test('are collected', () => {
    const all: StepPlan = {
      ...contacts,
      kind: 'call',
      name: 'contacts',
      bind: { name: 'contacts', type: list(model('Contact')), hoisted: false },
      result: 'items',
    };
    const answer: StepPlan = {
      kind: 'respond',
      name: 'respond',
      place,
      status: 200,
      headers: [],
      body: name('contacts', list(model('Contact'))),
    };
    expect(bodyOf([all, answer])).toMatchInlineSnapshot(`
      "    const contacts = await collect(ctx, 'contacts', ({ http }, next) => http.hubspot.listContacts({}, next), body => body.results);
          await ctx.respond({ status: 200, body: contacts });
      }
      "
    `);
  });

  test('are walked through, each with a number for the steps within', () => {
    const page = { name: 'page', type: model('ContactPage'), hoisted: false };
    const inner: StepPlan = {
      kind: 'forEach',
      name: 'each',
      place,
      item: { name: 'line', type: model('Contact'), hoisted: false },
      in: field(name('page', model('ContactPage')), 'results', list(model('Contact'))),
      concurrency: 1,
      onError: 'fail',
      do: [create()],
    };
    const checkpoint: StepPlan = {
      kind: 'checkpoint',
      name: 'checkpoint',
      place,
      values: fields({ cursor: field(name('page', model('ContactPage')), 'next', maybe(TEXT)) }),
    };
    expect(bodyOf([{ ...contacts, kind: 'forEachPage', name: 'contacts', page, do: [inner, checkpoint] }]))
      .toMatchInlineSnapshot(`
      "    let pageNumber = 0;
          for await (const page of paginate(ctx, 'contacts', ({ http }, next) => http.hubspot.listContacts({}, next))) {
              pageNumber += 1;

              for (const [index, line] of page.results.entries()) {
                  await ctx.run(\`createContact/page-\${pageNumber}/\${index}\`, ({ http }) => http.hubspot.createContact({ body: { email: line.sku } }));
              }

              if (page.next !== undefined)
                  await ctx.set('checkpoint.cursor', page.next);
          }
      }
      "
    `);
  });
});

describe('state', () => {
  test('gives the checkpoint at the start', () => {
    const since: CheckpointField = { name: 'since', type: TEXT, initial: value('1970-01-01'), read: true };
    const count: CheckpointField = { name: 'count', type: NUMBER, initial: value(0, NUMBER), read: false };
    const read: StepPlan = {
      ...contacts,
      kind: 'call',
      name: 'list',
      input: fields({ since: field(name('checkpoint'), 'since') }),
      result: 'firstPage',
    };
    expect(bodyOf([read], [since, count])).toMatchInlineSnapshot(`
      "    const storedSince = await ctx.get('checkpoint.since');
          if (storedSince !== undefined && !(typeof storedSince === 'string'))
              throw new FatalError('invalid_input', "the stored checkpoint 'since' is not of the type that the workflow gives it");
          const checkpoint = { since: storedSince ?? '1970-01-01' };
          await ctx.run('list', async ({ http }) => (await http.hubspot.listContacts({ since: checkpoint.since })).body);
      }
      "
    `);
  });

  test('takes no fraction for a whole number that is remembered', () => {
    const whole: Type = { ...NUMBER, shape: { kind: 'number', integer: true } };
    const page: CheckpointField = { name: 'page', type: whole, initial: value(1, whole), read: true };
    expect(bodyOf([], [page])).toContain("!(typeof storedPage === 'number' && Number.isInteger(storedPage))");
  });

  test('keeps a value for a time', () => {
    const owner: StepPlan = {
      kind: 'call',
      name: 'owner',
      place,
      bind: { name: 'owner', type: model('Contact'), hoisted: false },
      system: 'hubspot',
      operation: 'getOwner',
      input: [],
      result: 'body',
    };
    const set: StepPlan = {
      kind: 'set',
      name: 'ownerId',
      place,
      bind: { name: 'ownerId', type: TEXT, hoisted: false },
      keep: { for: 'time', ms: 3_600_000 },
      steps: [owner],
      value: field(name('owner', model('Contact')), 'id'),
    };
    expect(bodyOf([set, { kind: 'respond', name: 'r', place, status: 200, headers: [], body: name('ownerId') }]))
      .toMatchInlineSnapshot(`
      "    const keptOwnerId = await ctx.get('kept.ownerId');
          const keptOwnerIdUntil = await ctx.get('kept.ownerId.until');
          let ownerId: string;
          if (typeof keptOwnerId === 'string' && typeof keptOwnerIdUntil === 'number' && keptOwnerIdUntil > ctx.startedAt) {
              ownerId = keptOwnerId;
          }
          else {
              const owner = await ctx.run('owner', ({ http }) => http.hubspot.getOwner());
              ownerId = owner.id;
              await ctx.set('kept.ownerId', ownerId);
              await ctx.set('kept.ownerId.until', ctx.startedAt + 3600000);
          }

          await ctx.respond({ status: 200, body: ownerId });
      }
      "
    `);
  });

  test('checks a kept object by a function', () => {
    const set: StepPlan = {
      kind: 'set',
      name: 'owner',
      place,
      bind: { name: 'owner', type: model('ContactPage'), hoisted: false },
      keep: { for: 'ever' },
      steps: [],
      value: objectOf({ results: { kind: 'array', items: [], type: list(model('Contact')) } }),
    };
    expect(bodyOf([set, use('owner')])).toMatchInlineSnapshot(`
      "    const keptOwner = await ctx.get('kept.owner');
          let owner: ContactPage;
          if (isContactPage(keptOwner)) {
              owner = keptOwner;
          }
          else {
              owner = { results: [] };
              await ctx.set('kept.owner', owner);
          }

          await ctx.respond({ status: 200, body: owner.id });
      }

      function isContactPage(value: unknown): value is ContactPage {
          return typeof value === 'object' && value !== null && 'results' in value && Array.isArray(value.results) && value.results.every((item: unknown) => typeof item === 'object' && item !== null && 'id' in item && typeof item.id === 'string') && (!('next' in value) || typeof value.next === 'string');
      }
      "
    `);
  });
});
