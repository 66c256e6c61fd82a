import type { CheckedIntegration } from '../../check/checked-integration.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Paint } from '../../diagnostics/render/colour.ts';
import { sortDiagnostics } from '../../diagnostics/sort.ts';
import type { CheckReport } from '../../pipeline/check-specs.ts';
import { columns } from './columns.ts';
import { count } from '../../diagnostics/render/count.ts';

/** What `check` says of the integrations: one line each, and a summary. */
export function renderCheck({ integrations, specs }: CheckReport, paint: Paint): string {
  const lines = columns(
    integrations.map((integration) => ['  ' + integration.loaded.spec.name, paint('dim', describe(integration))]),
  );
  const wrong = specs - integrations.length;
  const fine = `${count(integrations.length, 'spec is', 'specs are')} fine`;
  const closing =
    wrong <= 0 ? paint('green', fine) : `${paint('red', `${count(wrong, 'spec has', 'specs have')} errors`)}, ${fine}`;
  return [...lines, ...(lines.length === 0 ? [] : ['']), ...(specs === 0 ? [] : [closing])]
    .map((line) => `${line}\n`)
    .join('');
}

function describe(integration: CheckedIntegration): string {
  const { systems, endpoints, mappings, workflows, gaps } = size(integration);
  return [
    count(systems, 'system'),
    count(endpoints, 'endpoint'),
    count(mappings, 'mapping'),
    count(workflows, 'workflow'),
    ...(gaps > 0 ? [count(gaps, 'gap')] : []),
  ].join(', ');
}

/** The same for other programs. */
export function checkJson({ integrations, specs, diagnostics }: CheckReport): unknown {
  return {
    version: 1,
    specs,
    integrations: integrations.map((integration) => {
      const { file, spec } = integration.loaded;
      return { name: spec.name, file, ...size(integration) };
    }),
    ...diagnosticsJson(diagnostics),
  };
}

function size({
  systems,
  operations,
  mappings,
  workflows,
  logic,
}: CheckedIntegration): Readonly<Record<'systems' | 'endpoints' | 'mappings' | 'workflows' | 'gaps', number>> {
  return {
    systems: systems.length,
    endpoints: operations.length,
    mappings: mappings.length,
    workflows: workflows.length,
    gaps: logic.length,
  };
}

/** Diagnostics as part of a command's result, with the keys that `renderJson` gives them. */
export function diagnosticsJson(diagnostics: readonly Diagnostic[]): {
  readonly errors: number;
  readonly warnings: number;
  readonly diagnostics: readonly Diagnostic[];
} {
  const errors = diagnostics.filter((one) => one.severity === 'error').length;
  return { errors, warnings: diagnostics.length - errors, diagnostics: sortDiagnostics(diagnostics) };
}
