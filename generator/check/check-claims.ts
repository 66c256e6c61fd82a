import type { SpecPath } from '../diagnostics/place.ts';
import type { Endpoint, IntegrationSpec, Workflow } from '../spec/types.ts';
import { namesIn } from './criteria/walk-steps.ts';
import type { Report } from './report.ts';

type Claim = NonNullable<IntegrationSpec['type']>[number];

/** What an integration type takes, in words, and what to do where it is missing. */
const NEEDS: Readonly<Record<Claim, { readonly needs: string; readonly fix: string }>> = {
  realTime: { needs: 'a workflow that a webhook starts', fix: 'give a workflow the trigger webhook' },
  batch: {
    needs: 'a workflow that a schedule, or somebody by hand, starts',
    fix: 'give a workflow the trigger schedule or manual',
  },
  bidirectional: {
    needs: 'two systems that are each written to with what comes from the other',
    fix: 'add a workflow for the other way: let a webhook of the one system (webhook: { system: … }) or a read from it lead to a write to the other',
  },
  multiTenant: { needs: "'tenants'", fix: 'add tenants: what each tenant has of its own' },
};

/** An integration type that the spec claims without the parts that make it one: an error each. */
export function checkClaims(spec: IntegrationSpec, report: Report): void {
  for (const [index, claim] of spec.type?.entries() ?? []) {
    if (holds(claim, spec)) continue;
    const at: SpecPath = ['type', index];
    report.add('FR2023', { claim, ...NEEDS[claim] }, at);
  }
}

function holds(claim: Claim, spec: IntegrationSpec): boolean {
  const triggers = Object.values<Workflow>(spec.workflows).map(({ trigger }) => trigger);
  switch (claim) {
    case 'realTime':
      return triggers.some((trigger) => 'webhook' in trigger);
    case 'batch':
      return triggers.some((trigger) => 'schedule' in trigger || 'manual' in trigger);
    case 'bidirectional':
      return goesBothWays(spec);
    case 'multiTenant':
      return spec.tenants !== undefined;
  }
}

/** Whether two systems are each written to by a workflow that the other starts, or that reads from the other. */
function goesBothWays(spec: IntegrationSpec): boolean {
  const ways = new Set<string>();
  for (const { trigger, steps } of Object.values<Workflow>(spec.workflows)) {
    const called = Object.entries<Endpoint>(spec.endpoints ?? {})
      .filter(([id]) => namesIn(steps).endpoints.has(id))
      .map(([, endpoint]) => endpoint);
    const starts = 'webhook' in trigger && trigger.webhook.system !== undefined ? [trigger.webhook.system] : [];
    const sources = [...starts, ...called.filter(reads).map(({ system }) => system)];
    for (const { system } of called.filter(writes)) for (const source of sources) ways.add(`${source} → ${system}`);
  }
  return [...ways].some((way) => {
    const [one, other] = way.split(' → ');
    return one !== other && ways.has(`${String(other)} → ${String(one)}`);
  });
}

/** A search by POST reads: it is paginated, or declared safe to repeat. */
function reads({ method, pagination, idempotency }: Endpoint): boolean {
  return isGet(method) || pagination !== undefined || idempotency === 'safe';
}

function writes({ method, pagination }: Endpoint): boolean {
  return !isGet(method) && pagination === undefined;
}

function isGet(method: Endpoint['method']): boolean {
  return method === 'GET' || method === 'HEAD';
}
