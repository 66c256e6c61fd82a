import { isDeepStrictEqual } from 'node:util';
import type { Fault as MockFault, FaultAction } from '@flowright/runtime/mock';
import { milliseconds } from '../../check/duration.ts';
import type { CheckedWorkflow } from '../../check/workflows/check-workflow.ts';
import type { Criterion, Fault, Workflow } from '../../spec/types.ts';
import type { GivenPlan, StartPlan } from '../../ir/criterion.ts';
import type { Fixtures } from './fixtures.ts';

/** The state of the systems, of the clock and of the workflow's memory when a test begins. */
export function planGiven({ given = {}, expect }: Criterion, workflow: Workflow, fixtures: Fixtures): GivenPlan {
  // What no run has set stands at its initial value.
  const initial = Object.entries(workflow.checkpoint ?? {}).flatMap(([name, field]) =>
    field.initial !== undefined && isDeepStrictEqual(field.initial, expect?.checkpoint?.[name])
      ? [[name, field.initial] as const]
      : [],
  );
  const checkpoint = { ...Object.fromEntries(initial), ...given.checkpoint };
  return {
    ...(given.now !== undefined && { now: given.now }),
    ...(Object.keys(checkpoint).length > 0 && { checkpoint }),
    ...(given.metadata !== undefined && { metadata: given.metadata }),
    collections: Object.entries(given.collections ?? {}).map(([name, items]) => ({ name, items: fixtures.of(items) })),
    records: Object.entries(given.records ?? {}).map(([name, items]) => ({ name, items: fixtures.of(items) })),
    ...(given.pageSize !== undefined && { pageSize: given.pageSize }),
    faults: (given.faults ?? []).map(planFault),
    ...(given.settings !== undefined && { settings: given.settings }),
  };
}

function planFault(fault: Fault): MockFault {
  return {
    endpoint: fault.call,
    times: fault.times ?? 1,
    ...(fault.after !== undefined && { after: fault.after }),
    does: actionOf(fault),
  };
}

function actionOf({ status, headers, body, slow, disconnect, expiredToken }: Fault): FaultAction {
  if (status !== undefined)
    return { kind: 'status', status, ...(headers !== undefined && { headers }), ...(body !== undefined && { body }) };
  if (expiredToken !== undefined) return { kind: 'expiredToken' };
  if (slow !== undefined) return { kind: 'slow', delayMs: milliseconds(slow) };
  return disconnect === undefined ? { kind: 'malformed' } : { kind: 'disconnect', when: disconnect };
}

/** What starts the workflow: a delivery with the headers that its webhook needs, firings, or a start by hand. */
export function planStart(
  { given = {} }: Criterion,
  { trigger }: Workflow,
  { trigger: plan }: CheckedWorkflow,
  fixtures: Fixtures,
): StartPlan {
  if ('schedule' in trigger || plan.kind === 'schedule') return { kind: 'fire', times: given.runs ?? 1 };
  if ('manual' in trigger || plan.kind === 'manual') {
    const example = 'manual' in trigger ? trigger.manual.example : undefined;
    const input =
      given.input !== undefined ? { value: given.input } : example === undefined ? undefined : fixtures.of(example);
    return { kind: 'start', ...(input !== undefined && { input }) };
  }
  const { events, dedupe } = plan;
  const headers = new Map<string, string>();
  if (events !== undefined) headers.set(events.header, events.in[0] ?? '');
  if (dedupe !== undefined && 'header' in dedupe.id) headers.set(dedupe.id.header, 'delivery-1');
  for (const [name, value] of Object.entries(given.headers ?? {})) headers.set(name.toLowerCase(), value);
  return {
    kind: 'deliver',
    body: given.body === undefined ? fixtures.of(given.request ?? trigger.webhook.example) : { value: given.body },
    ...(given.body !== undefined && { raw: true }),
    headers: Object.fromEntries(headers),
    ...(given.tamper !== undefined && { tamper: given.tamper }),
    times: given.deliveries ?? 1,
    ...(given.every !== undefined && { everyMs: milliseconds(given.every) }),
  };
}
