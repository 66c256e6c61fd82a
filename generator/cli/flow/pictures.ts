import type { CheckedIntegration } from '../../check/checked-integration.ts';
import { didYouMean, list } from '../../diagnostics/catalogue/entry.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import { mappingSvg } from '../../flow/mapping/mapping-svg.ts';
import { mermaid } from '../../flow/mermaid/mermaid.ts';
import { flowSvg } from '../../flow/svg/flow-svg.ts';
import { planFlow } from '../../plan/flow/plan-flow.ts';
import { planMappingPicture } from '../../plan/flow/plan-mapping-picture.ts';
import type { Mapping, Workflow } from '../../spec/types.ts';
import { failWith, type DiagnosticError } from '../diagnostic-error.ts';

export type Format = 'mermaid' | 'svg';

/** One workflow or mapping, drawn. */
export interface Picture {
  readonly integration: string;
  readonly of: 'workflow' | 'mapping';
  readonly id: string;
  readonly format: Format;
  readonly text: string;
}

/** The pictures of some integrations' workflows; of those called `id` where it is given. */
export function workflowPictures(
  integrations: readonly CheckedIntegration[],
  id: string | undefined,
  format: Format,
): readonly Picture[] {
  const all = integrations.flatMap(({ loaded: { spec } }) =>
    Object.entries<Workflow>(spec.workflows).map(([workflow, definition]) => ({ spec, id: workflow, definition })),
  );
  return called('workflow', id, all).map(({ spec, id: workflow, definition }) => {
    const flow = planFlow(spec, workflow, definition);
    return {
      integration: spec.name,
      of: 'workflow',
      id: workflow,
      format,
      text: format === 'svg' ? flowSvg(flow) : mermaid(flow),
    };
  });
}

/** The pictures of the mappings of that name. */
export function mappingPictures(integrations: readonly CheckedIntegration[], id: string): readonly Picture[] {
  const all = integrations.flatMap(({ loaded: { spec } }) =>
    Object.entries<Mapping>(spec.mappings ?? {}).map(([mapping, definition]) => ({ spec, id: mapping, definition })),
  );
  return called('mapping', id, all).map(({ spec, definition }) => {
    const text = mappingSvg(planMappingPicture(spec, id, definition));
    return { integration: spec.name, of: 'mapping', id, format: 'svg', text };
  });
}

function called<Thing extends { readonly id: string }>(
  what: Picture['of'],
  id: string | undefined,
  all: readonly Thing[],
): readonly Thing[] {
  const found = id === undefined ? all : all.filter((one) => one.id === id);
  if (id !== undefined && found.length === 0) throw unknown(what, id, all);
  return found;
}

function unknown(what: Picture['of'], id: string, all: readonly { readonly id: string }[]): DiagnosticError {
  const known = [...new Set(all.map((one) => one.id))];
  const there = known.length === 0 ? `there is no ${what} here` : `the ${what}s are ${list(known)}`;
  return failWith('FR6001', { problem: `there is no ${what} '${id}'`, fix: didYouMean(nearest(id, known), there) });
}
