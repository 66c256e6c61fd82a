import type { SpecPath } from '../../diagnostics/place.ts';
import type { Criterion, Fault, Signature } from '../../spec/types.ts';
import { checkCalled, checkCheckpointFields, checkKnown, type CriterionContext } from './criterion-context.ts';
import { referencedFile } from '../../load/references/referenced-file.ts';

type Given = NonNullable<Criterion['given']>;

/** Which parts go with which trigger. */
const PARTS: Readonly<Record<CriterionContext['trigger'], readonly (keyof Given)[]>> = {
  webhook: ['request', 'body', 'headers', 'settings', 'tamper', 'deliveries', 'every'],
  schedule: ['runs'],
  manual: ['input'],
};
const STARTS = { webhook: 'a webhook', schedule: 'a schedule', manual: 'a start by hand' } as const;

/** What is given must be something that the workflow's trigger, its systems and its checkpoint know. */
export function checkGiven(given: Given, at: SpecPath, context: CriterionContext): void {
  const { trigger, report } = context;
  for (const [other, parts] of Object.entries(PARTS)) {
    if (other === trigger) continue;
    for (const part of parts) {
      if (given[part] !== undefined)
        report.add(
          'FR2017',
          {
            part,
            owner: `a criterion of a workflow that ${STARTS[trigger]} starts`,
            fix: `what starts it is given by ${PARTS[trigger].join(', ')}`,
          },
          [...at, part],
          { on: 'key' },
        );
    }
  }
  checkTamper(given, at, context);
  checkRecorded(given, at, context);
  checkCheckpointFields(given.checkpoint, [...at, 'checkpoint'], context);
  for (const [name, items] of Object.entries(given.collections ?? {})) {
    checkKnown('collection', name, context.collections, [...at, 'collections', name], 'key', context);
    if (typeof items === 'string') checkList(items, [...at, 'collections', name], context);
  }
  if (given.metadata !== undefined && context.loaded.spec.metadata === undefined)
    report.add(
      'FR2015',
      { what: "'metadata' of a criterion", needs: "'metadata' of the integration" },
      [...at, 'metadata'],
      {
        on: 'key',
      },
    );
  if (given.pageSize !== undefined && context.called.every(({ pagination }) => pagination === undefined))
    report.add('FR2015', { what: "'pageSize'", needs: 'an endpoint with pagination' }, [...at, 'pageSize'], {
      on: 'key',
    });
  for (const [name, items] of Object.entries(given.records ?? {})) {
    checkKnown('model', name, context.records, [...at, 'records', name], 'key', context);
    if (typeof items === 'string') checkList(items, [...at, 'records', name], context);
  }
  for (const [index, fault] of (given.faults ?? []).entries()) checkFault(fault, [...at, 'faults', index], context);
}

function checkTamper({ tamper }: Given, at: SpecPath, { workflow: { trigger }, report }: CriterionContext): void {
  if (tamper === undefined || tamper === 'json' || !('webhook' in trigger)) return;
  const { signature } = trigger.webhook;
  const proof =
    'hmac' in signature || 'standardWebhooks' in signature ? 'hmac' : 'none' in signature ? 'none' : 'secret';
  if (proof === 'none')
    report.add(
      'FR2017',
      {
        part: `tamper: ${tamper}`,
        owner: 'a webhook without a signature',
        fix: 'let the webhook ask for a signature, or leave tamper out',
      },
      [...at, 'tamper'],
    );
  else if (proof === 'secret' && tamper === 'body')
    report.add(
      'FR2017',
      { part: 'tamper: body', owner: 'a webhook that signs no body', fix: 'tamper with the signature instead' },
      [...at, 'tamper'],
    );
}

/** A delivery as it was recorded, and how it is repeated. */
function checkRecorded(given: Given, at: SpecPath, context: CriterionContext): void {
  const { workflow, report } = context;
  if (given.body !== undefined && given.request !== undefined)
    report.add(
      'FR2017',
      { part: 'request', owner: "a delivery whose 'body' is given", fix: "leave out 'request' or 'body'" },
      [...at, 'request'],
      { on: 'key' },
    );
  if (given.every !== undefined && (given.deliveries ?? 1) === 1)
    report.add('FR2015', { what: "'every'", needs: "'deliveries'" }, [...at, 'every'], { on: 'key' });
  if (!('webhook' in workflow.trigger)) return;
  const known = settingsOf(workflow.trigger.webhook.signature);
  for (const name of Object.keys(given.settings ?? {}))
    checkKnown('setting of the signature', name, known, [...at, 'settings', name], 'key', context);
}

/** The environment variables that prove a sender. */
function settingsOf(signature: Signature): readonly string[] {
  if ('hmac' in signature) return [signature.secret];
  if ('standardWebhooks' in signature) return [signature.standardWebhooks.secret];
  if ('apiKey' in signature) return [signature.apiKey.secret];
  return 'basic' in signature ? [signature.basic.username, signature.basic.password] : [];
}

/** A file that holds the items of a collection. */
function checkList(file: string, at: SpecPath, { loaded, report }: CriterionContext): void {
  const found = referencedFile(loaded, file);
  if (found !== undefined && !Array.isArray(found.data))
    report.add(
      'FR2004',
      { expected: 'a list', found: 'another value', fix: 'name a file that holds a list of items' },
      at,
    );
}

const ACTIONS = ['status', 'slow', 'malformed', 'disconnect', 'expiredToken'] as const;

function checkFault(fault: Fault, at: SpecPath, context: CriterionContext): void {
  const operation = checkCalled(fault.call, [...at, 'call'], context);
  const { report } = context;
  const actions = ACTIONS.filter((action) => fault[action] !== undefined);
  if (actions.length !== 1)
    report.add('FR2015', { what: 'a fault', needs: 'one of status, slow, malformed, disconnect, expiredToken' }, [
      ...at,
      'call',
    ]);
  if (fault.expiredToken !== undefined && operation !== undefined && !context.tokenSystems.includes(operation.system))
    report.add(
      'FR2017',
      {
        part: 'expiredToken',
        owner: `a fault of '${operation.system}', which gives no tokens,`,
        fix: "let it answer with 'status: 401'",
      },
      [...at, 'expiredToken'],
      { on: 'key' },
    );
  for (const part of ['headers', 'body'] as const) {
    if (fault[part] !== undefined && fault.status === undefined)
      report.add('FR2015', { what: `'${part}' of a fault`, needs: 'a status' }, [...at, part], { on: 'key' });
  }
}
