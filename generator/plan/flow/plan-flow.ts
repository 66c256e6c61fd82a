import type { IntegrationSpec, Step, System, Trigger, Workflow } from '../../spec/types.ts';
import type { Flow } from '../../ir/flow.ts';
import { flowScope } from './flow-scope.ts';
import { flowSteps } from './flow-steps.ts';
import { triggerCard } from './trigger-card.ts';

/** A workflow of a spec that was checked, as a picture has it. */
export function planFlow(spec: IntegrationSpec, id: string, workflow: Workflow): Flow {
  const used = systemsOf(spec, workflow);
  const systems = Object.entries<System>(spec.systems).filter(([system]) => used.has(system));
  const scope = flowScope(
    spec,
    systems.map(([system]) => system),
  );
  return {
    id,
    title: workflow.title ?? id,
    integration: spec.title ?? spec.name,
    systems: systems.map(([system, { title }]) => title ?? system),
    start: triggerCard(workflow.trigger, scope),
    steps: flowSteps(workflow.steps, scope),
  };
}

function systemsOf(spec: IntegrationSpec, workflow: Workflow): ReadonlySet<string> {
  const called = calls(workflow.steps).flatMap((call) => spec.endpoints?.[call]?.system ?? []);
  return new Set([...systemOfTrigger(workflow.trigger), ...called]);
}

function systemOfTrigger(trigger: Trigger): readonly string[] {
  return 'webhook' in trigger && trigger.webhook.system !== undefined ? [trigger.webhook.system] : [];
}

/** The endpoints that steps call. */
function calls(steps: readonly Step[]): readonly string[] {
  return steps.flatMap((step) => {
    if ('call' in step)
      return [
        step.call,
        ...(typeof step.onError === 'object' ? step.onError.flatMap((rule) => calls(rule.do ?? [])) : []),
      ];
    if ('poll' in step) return [step.poll.call];
    if ('upsert' in step) return Object.values(step.upsert).map(({ call }) => call);
    if ('when' in step) return [...calls(step.then), ...calls(step.else ?? [])];
    if ('forEach' in step) return [...(step.pages === undefined ? [] : [step.pages.call]), ...calls(step.do)];
    return 'set' in step ? calls(step.steps ?? []) : [];
  });
}
