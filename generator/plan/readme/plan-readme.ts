import { expandRows } from '../../spec/rows.ts';
import type { CheckedIntegration } from '../../check/checked-integration.ts';
import { isChecked } from '../../check/criteria/is-checked.ts';
import type { IntegrationSpec, Mapping, Workflow } from '../../spec/types.ts';
import type { ReadmePlan } from '../../ir/readme.ts';
import { planFlow } from '../flow/plan-flow.ts';
import { describeAuth } from './describe-auth.ts';
import { describeRateLimit } from './describe-system.ts';
import { describeProject } from './describe-project.ts';
import { describeRow } from './describe-row.ts';
import { outlineSteps } from './outline-steps.ts';
import { describeSource } from './describe-source.ts';
import { describeTrigger } from './describe-trigger.ts';

/** What the output's README says: all of it is derived from the spec. */
export function planReadme(checked: CheckedIntegration): ReadmePlan {
  const { spec } = checked.loaded;
  return {
    types: spec.type ?? [],
    systems: checked.systems.map(({ title, docs, definition }) => {
      const rateLimit = describeRateLimit(definition.rateLimit);
      return {
        title,
        auth: describeAuth(definition.auth),
        baseUrl: definition.baseUrl,
        ...(docs !== undefined && { docs }),
        ...(rateLimit !== undefined && { rateLimit }),
      };
    }),
    workflows: Object.entries<Workflow>(spec.workflows).map(([id, workflow]) => ({
      title: workflow.title ?? id,
      ...(workflow.description !== undefined && { description: workflow.description }),
      ...(workflow.story !== undefined && { story: workflow.story }),
      userStories: (workflow.userStories ?? []).map(
        (story) => `As ${story.as}, I want ${story.want}${story.so === undefined ? '' : `, so that ${story.so}`}.`,
      ),
      ...(workflow.prompt !== undefined && { prompt: workflow.prompt }),
      trigger: describeTrigger(workflow.trigger),
      flow: planFlow(spec, id, workflow),
      steps: outlineSteps(workflow.steps),
      criteria: (workflow.acceptanceCriteria ?? []).map((criterion) => ({
        id: criterion.id,
        text: criterion.text,
        verified: isChecked(criterion) ? ('generated test' as const) : ('not verified' as const),
      })),
    })),
    mappings: usedMappings(spec, checked).map(([id, mapping]) => ({
      id,
      from: describeSource(mapping),
      to: mapping.to,
      rows: rowsOf(mapping),
    })),
    gaps: checked.logic.map((gap) => ({
      id: gap.id,
      rule: gap.doc?.trim() ?? gap.rule.trim(),
      state: 'missing' as const,
    })),
    ...(spec.tenants !== undefined && { tenants: describeTenants(spec) }),
    questions: (spec.questions ?? []).map(
      ({ question, impact, priority, answer }: NonNullable<IntegrationSpec['questions']>[number]) => ({
        question,
        ...(impact !== undefined && { impact }),
        ...(priority !== undefined && { priority }),
        ...(answer !== undefined && { answer }),
      }),
    ),
    assumptions: spec.assumptions ?? [],
    withoutEffect: checked.withoutEffect,
  };
}

function usedMappings(spec: IntegrationSpec, checked: CheckedIntegration): readonly (readonly [string, Mapping])[] {
  const used = new Set(checked.mappings.map((mapping) => mapping.id));
  return Object.entries<Mapping>(spec.mappings ?? {}).filter(([id]) => used.has(id));
}

function rowsOf(mapping: Mapping): readonly { readonly to: string; readonly from: string; readonly rule: string }[] {
  const project = describeProject(mapping);
  const projected =
    project === undefined ? [] : [{ to: project.to, from: project.from, rule: project.rules.join(', ') }];
  return [...expandRows(mapping.rows ?? []).map(({ row }) => ({ to: row.to, ...describeRow(row) })), ...projected];
}

function describeTenants(spec: IntegrationSpec): string {
  const { variables = {}, credentials = [] } = spec.tenants ?? {};
  const parts = [
    ...(Object.keys(variables).length > 0 ? [`values of its own: ${Object.keys(variables).join(', ')}`] : []),
    ...(credentials.length > 0 ? [`credentials of its own: ${credentials.join(', ')}`] : []),
  ];
  return parts.length === 0 ? 'Each tenant is separate.' : `Each tenant has ${parts.join('; ')}.`;
}
