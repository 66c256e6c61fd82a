import type { SpecPath } from '../../diagnostics/place.ts';
import { checkCondition } from '../../expression/check-expression.ts';
import type { Expression } from '../../expression/expression.ts';
import { EMPTY_SCOPE, variable, withName, type Scope } from '../../expression/scope.ts';
import { checkTemplate } from '../../expression/template.ts';
import { STRING } from '../../expression/types.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import type { TriggerPlan } from '../../ir/trigger.ts';
import { describeType } from '../../shape/describe.ts';
import { expand } from '../../shape/type-of-shape.ts';
import type { Type } from '../../shape/type.ts';
import type { Dedupe, Schedule, Trigger, Webhook } from '../../spec/types.ts';
import { milliseconds } from '../duration.ts';
import type { Integration } from '../integration-scope.ts';
import { modelType, type ModelRegistry } from '../models/registry.ts';
import { localName } from '../names.ts';
import { isScalar } from '../../expression/operations/scalars.ts';
import { applyPipe } from '../values/operations.ts';
import { readSource } from '../values/read-source.ts';
import { checkCron } from './check-cron.ts';
import { webhookAuth } from './webhook-auth.ts';

/** A trigger, and the name and type by which steps know its input. */
export interface CheckedTrigger {
  readonly plan: TriggerPlan;
  readonly input: { readonly id: string; readonly name: string; readonly type: Type };
}

const TICK: Type = {
  shape: {
    kind: 'object',
    fields: new Map([['scheduledAt', { shape: { kind: 'number', integer: true }, optional: false }]]),
  },
  optional: false,
  nullable: false,
};
const TEXTS: Type = {
  shape: { kind: 'object', fields: new Map(), rest: STRING.shape },
  optional: false,
  nullable: false,
};
const DELIVERY: Type = {
  shape: {
    kind: 'object',
    fields: new Map([
      ['headers', { shape: TEXTS.shape, optional: false }],
      ['query', { shape: TEXTS.shape, optional: false }],
      ['path', { shape: STRING.shape, optional: false }],
    ]),
  },
  optional: false,
  nullable: false,
};

export function checkTrigger(
  trigger: Trigger,
  responds: boolean,
  at: SpecPath,
  models: ModelRegistry,
  taken: ReadonlySet<string>,
  integration: Integration,
): CheckedTrigger | undefined {
  if ('webhook' in trigger)
    return checkWebhook(trigger.webhook, responds, [...at, 'webhook'], models, taken, integration);
  if ('schedule' in trigger) return checkSchedule(trigger.schedule, [...at, 'schedule'], taken, integration);
  const id = trigger.manual.as ?? 'input';
  const model = models.nameAt([...at, 'manual', 'input']);
  const input = model === undefined ? undefined : modelType(model, models.shapes);
  const returned = models.nameAt([...at, 'manual', 'output']);
  const output = returned === undefined ? undefined : modelType(returned, models.shapes);
  return {
    plan: { kind: 'manual', as: id, ...(input !== undefined && { input }), ...(output !== undefined && { output }) },
    input: {
      id,
      name: localName(id, taken),
      type: input ?? { shape: { kind: 'any' }, optional: false, nullable: false },
    },
  };
}

function checkSchedule(
  schedule: Schedule,
  at: SpecPath,
  taken: ReadonlySet<string>,
  { report }: Integration,
): CheckedTrigger | undefined {
  const timeZone = schedule.timeZone ?? 'UTC';
  const problem = checkCron(schedule.cron, timeZone);
  if (problem !== undefined) {
    report.add('FR2018', problem, [...at, problem.part]);
    return undefined;
  }
  const plan = {
    kind: 'schedule',
    cron: schedule.cron,
    timeZone,
    overlap: schedule.overlap ?? 'skip',
    missed: schedule.missed ?? 'latest',
  } as const;
  return { plan, input: { id: 'tick', name: localName('tick', taken), type: TICK } };
}

function checkWebhook(
  webhook: Webhook,
  responds: boolean,
  at: SpecPath,
  models: ModelRegistry,
  taken: ReadonlySet<string>,
  integration: Integration,
): CheckedTrigger | undefined {
  const { report, environment } = integration;
  const model = models.nameAt([...at, 'payload']);
  if (model === undefined) return undefined;
  const systems = Object.keys(integration.source.loaded.spec.systems);
  if (webhook.system !== undefined && !systems.includes(webhook.system))
    report.add('FR2001', { what: 'system', name: webhook.system, suggestion: nearest(webhook.system, systems) }, [
      ...at,
      'system',
    ]);
  const type = modelType(model, models.shapes);
  const id = webhook.as ?? 'event';
  const name = localName(id, taken);
  const scope = withName(withName(EMPTY_SCOPE, id, { expression: variable(name, type) }), 'delivery', {
    expression: variable('delivery', DELIVERY),
  });
  const filter = webhook.filter === undefined ? undefined : checkCondition(webhook.filter, { scope, environment });
  if (filter?.problems !== undefined) report.problems(filter.problems, [...at, 'filter']);
  if (filter?.ok !== undefined) report.varies(filter.ok, webhook.filter ?? '', [...at, 'filter']);
  const key =
    webhook.key === undefined ? undefined : checkTemplate(webhook.key, { scope, environment }, { keepType: false });
  if (key?.problems !== undefined) report.problems(key.problems, [...at, 'key']);
  const dedupe =
    webhook.dedupe && checkDedupe(webhook.dedupe, variable(name, type), [...at, 'dedupe'], scope, integration);
  return {
    plan: {
      kind: 'webhook',
      method: webhook.method ?? 'POST',
      path: webhook.path,
      auth: webhookAuth(webhook.signature, [...at, 'signature'], report),
      ...(webhook.events !== undefined && {
        events: { header: webhook.events.header.toLowerCase(), in: webhook.events.in },
      }),
      ...(dedupe !== undefined && { dedupe }),
      payload: type,
      as: name,
      ...(filter?.ok !== undefined && { filter: filter.ok }),
      ...(key?.ok !== undefined && { key: key.ok }),
      answer: webhook.answer ?? (responds ? 'completed' : 'accepted'),
      waitMs: milliseconds(webhook.wait ?? '20s'),
    },
    input: { id, name, type },
  };
}

type DedupePlan = NonNullable<Extract<TriggerPlan, { kind: 'webhook' }>['dedupe']>;

function checkDedupe(
  dedupe: Dedupe,
  payload: Expression,
  at: SpecPath,
  scope: Scope,
  integration: Integration,
): DedupePlan | undefined {
  const keepMs = milliseconds(dedupe.keep ?? '24h');
  if ('header' in dedupe) return { id: { header: dedupe.header.toLowerCase() }, keepMs };
  const where: SpecPath = [...at, 'path'];
  const value = readSource(dedupe.path, where, { ...scope, root: payload }, [], integration);
  if (value === undefined) return undefined;
  const shape = expand(value.type.shape, integration.environment.shapes);
  if (!isScalar(shape)) {
    integration.report.add('FR2004', { expected: 'text or a number', found: describeType(value.type) }, where);
    return undefined;
  }
  const text = shape.kind === 'string' ? value : applyPipe(value, ['string'], where, scope, integration);
  return text && { id: { value: text }, keepMs };
}
