import type { IntegrationSpec } from '../spec/types.ts';
import type { ModelRegistry } from './models/registry.ts';
import type { Report } from './report.ts';
import type { Integration } from './integration-scope.ts';

/** Parts that no workflow reaches: a warning each. */
export function reportUnused(spec: IntegrationSpec, integration: Integration): void {
  const { report, used } = integration;
  const sections = [
    ['endpoint', 'endpoints', spec.endpoints],
    ['mapping', 'mappings', spec.mappings],
    ['table', 'tables', spec.tables],
    ['logic', 'logic', spec.logic],
  ] as const;
  for (const [what, section, parts] of sections) {
    for (const name of Object.keys(parts ?? {})) {
      if (!used.has(`${what} ${name}`)) report.add('FR3001', { what, name }, [section, name], { on: 'key' });
    }
  }
}

/** Models that nothing in the spec refers to: a warning each, but for those that a document brought. */
export function reportUnusedModels(
  spec: IntegrationSpec,
  reached: ReadonlySet<string>,
  brought: ReadonlySet<string>,
  report: Report,
): void {
  for (const name of Object.keys(spec.models ?? {})) {
    if (!reached.has(name) && !brought.has(name))
      report.add('FR3001', { what: 'model', name }, ['models', name], { on: 'key' });
  }
}

/** The models that the used parts need, with all that they refer to, in the registry's order. */
export function reachableModels(roots: Iterable<string>, models: ModelRegistry): ReadonlySet<string> {
  const reached = new Set<string>();
  const open = [...roots];
  while (open.length > 0) {
    const name = open.pop();
    if (name === undefined || reached.has(name)) continue;
    reached.add(name);
    const definition = models.definitions.find((model) => model.name === name);
    for (const match of JSON.stringify(definition?.schema ?? {}).matchAll(/"flowright:model\/([A-Za-z0-9]+)"/g))
      open.push(match[1] ?? '');
  }
  return reached;
}
