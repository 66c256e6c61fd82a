import type { Binding, CallPlan, ForEachPagePlan, StepPlan } from '../../../ir/step.ts';
import type { Type } from '../../../shape/type.ts';
import { field, fields, FLAG, list, maybe, model, name, NUMBER, objectOf, place, TEXT, value } from './parts.ts';

const bind = (of: string, type: Type, hoisted = false): Binding => ({ name: of, type, hoisted });
const order = name('order', model('Order'));
const email = name('email', TEXT);
const contact = (of: string, more: Partial<CallPlan> = {}): CallPlan => ({
  kind: 'call',
  name: of,
  place,
  system: 'hubspot',
  operation: 'createContact',
  input: fields({ body: objectOf({ email }) }),
  result: 'body',
  ...more,
});

const linesOf = field(order, 'lines', list(model('Line')));
const tags = field(order, 'tags', maybe(list(TEXT)));
const found = name('found', model('ContactPage'));
const results = field(found, 'results', list(model('Contact')));
const created = name('created', maybe(model('Contact')));
const sku = field(name('line', model('Line')), 'sku');
const loop = {
  kind: 'forEach',
  place,
  item: bind('line', model('Line')),
  in: linesOf,
  concurrency: 1,
  onError: 'fail',
} as const;
const removal = (of: string, id: CallPlan['input'][number]['value']): CallPlan =>
  contact(of, { operation: 'removeContact', input: fields({ contactId: id }) });

/** Every kind of step, every way of a loop. */
export const orderPaid: readonly StepPlan[] = [
  { kind: 'bind', name: 'email', place, bind: bind('email', maybe(TEXT)), value: field(order, 'email', maybe(TEXT)) },
  {
    kind: 'guard',
    name: 'guard',
    place,
    fails: { kind: 'not', of: { kind: 'present', of: name('email', maybe(TEXT)), type: FLAG }, type: FLAG },
    code: 'invalid_input',
    message: { kind: 'template', parts: ['order ', field(order, 'id', NUMBER), ' has no e-mail address'], type: TEXT },
  },
  contact('find', {
    operation: 'searchContacts',
    input: fields({ body: objectOf({ email }) }),
    result: 'firstPage',
    bind: bind('found', model('ContactPage')),
    note: 'The address is the key.',
  }),
  {
    kind: 'when',
    name: 'missing',
    place,
    test: {
      kind: 'binary',
      op: '===',
      left: { kind: 'apply', op: { op: 'count' }, of: results, type: NUMBER },
      right: value(0, NUMBER),
      type: FLAG,
    },
    then: [
      contact('create', { bind: bind('created', maybe(model('Contact')), true) }),
      removal('undo', field(name('created', model('Contact')), 'id')),
    ],
    else: [contact('again', { bind: bind('again', model('Contact')) })],
  },
  {
    kind: 'set',
    name: 'owner',
    place,
    bind: bind('owner', model('Contact')),
    keep: { for: 'time', ms: 60_000 },
    steps: [contact('getOwner', { operation: 'getOwner', input: [], bind: bind('fresh', model('Contact')) })],
    value: name('fresh', model('Contact')),
  },
  {
    kind: 'set',
    name: 'word',
    place,
    bind: bind('word', TEXT),
    keep: { for: 'ever' },
    steps: [],
    value: value('first'),
  },
  {
    kind: 'when',
    name: 'again',
    place,
    test: { kind: 'present', of: tags, type: FLAG },
    then: [
      {
        kind: 'set',
        name: 'late',
        place,
        bind: bind('late', maybe(model('Contact')), true),
        keep: { for: 'ever' },
        steps: [],
        value: name('owner', model('Contact')),
      },
      removal('lateRemoval', field(name('late', model('Contact')), 'id')),
    ],
    else: [],
  },
  { ...loop, name: 'lines', do: [removal('line', sku)] },
  {
    ...loop,
    name: 'keyed',
    key: sku,
    onError: 'skip',
    do: [{ ...loop, name: 'inner', item: bind('other', model('Line')), do: [removal('pair', sku)] }],
  },
  {
    ...loop,
    name: 'several',
    item: bind('tag', TEXT),
    in: tags,
    concurrency: 4,
    onError: 'skip',
    do: [removal('tag', name('tag'))],
  },
  {
    kind: 'respond',
    name: 'respond',
    place,
    status: 200,
    headers: fields({
      'X-Word': name('word'),
      'X-Order': field(order, 'id', NUMBER),
      'X-Late': field(name('late', maybe(model('Contact'))), 'id', maybe(TEXT)),
    }),
    body: {
      kind: 'object',
      fields: [
        {
          name: 'id',
          value: {
            kind: 'conditional',
            test: { kind: 'present', of: created, type: FLAG },
            then: field(name('created', model('Contact')), 'id'),
            else: field(name('owner', model('Contact')), 'id'),
            type: TEXT,
          },
          optional: false,
        },
        { name: 'run', value: field(name('run', model('Order')), 'id'), optional: false },
      ],
      type: model('Contact'),
    },
  },
];

const pages = (operation: string, more: Partial<ForEachPagePlan> = {}): StepPlan => ({
  kind: 'forEachPage',
  name: operation,
  place,
  page: bind('page', model('InvoicePage')),
  system: 'stripe',
  operation,
  input: [],
  do: [
    {
      ...loop,
      name: 'lines',
      in: field(name('page', model('InvoicePage')), 'data', list(model('Line'))),
      do: [removal(`${operation}Line`, sku)],
    },
  ],
  ...more,
});

const since = field(name('checkpoint', model('Order')), 'since', NUMBER);

/** Pages of every strategy, and a checkpoint. */
export const nightly: readonly StepPlan[] = [
  pages('byCursor', { input: fields({ from: since }) }),
  pages('byPage'),
  pages('byOffset'),
  pages('byUrl', { do: [] }),
  {
    kind: 'call',
    name: 'rest',
    place,
    system: 'stripe',
    operation: 'byLink',
    input: [],
    result: 'items',
    bind: bind('rest', list(model('Line'))),
  },
  { ...loop, name: 'rest', in: name('rest', list(model('Line'))), do: [removal('rest', sku)] },
  {
    kind: 'checkpoint',
    name: 'checkpoint',
    place,
    values: fields({
      since: field(name('tick', model('Order')), 'scheduledAt', NUMBER),
      last: field(
        field(
          { kind: 'index', of: name('rest', list(model('Line'))), index: -1, type: maybe(model('Line')) },
          'sku',
          maybe(TEXT),
        ),
        'length',
        maybe(NUMBER),
      ),
    }),
  },
];
