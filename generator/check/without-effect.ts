import type { SpecPath } from '../diagnostics/place.ts';
import type { IntegrationSpec } from '../spec/types.ts';
import type { Report } from './report.ts';

interface Part {
  readonly part: string;
  readonly at: SpecPath;
  readonly reason?: string;
}

/** Parts of the language that nothing is generated from yet: each a warning, and a line in the output's README. */
export function withoutEffect(spec: IntegrationSpec, report: Report): readonly string[] {
  const parts = [...partsOf(spec)];
  for (const { part, at, reason } of parts) report.add('FR3002', { part, reason }, at, { on: 'key' });
  return parts.map(({ part, reason }) => (reason === undefined ? part : `${part}: ${reason}`));
}

function* partsOf(spec: IntegrationSpec): Generator<Part> {
  if (spec.tenants !== undefined)
    yield { part: "'tenants'", at: ['tenants'], reason: 'the integration runs for one tenant' };
  for (const [id, workflow] of Object.entries(spec.workflows)) {
    for (const [index, criterion] of (workflow.acceptanceCriteria ?? []).entries()) {
      if (criterion.given?.logic !== undefined)
        yield {
          part: `'logic' of ${criterion.id}`,
          at: ['workflows', id, 'acceptanceCriteria', index, 'given', 'logic'],
          reason: 'the criterion is listed as not verified',
        };
    }
  }
}
