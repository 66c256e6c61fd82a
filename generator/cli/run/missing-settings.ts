import type { Environment, IntegrationDefinition } from '@flowright/runtime';
import { diagnostic, type Diagnostic } from '../../diagnostics/diagnostic.ts';

/** Every setting that an integration needs and the environment does not have, each once. */
export function missingSettings(
  { settings }: Pick<IntegrationDefinition<unknown>, 'settings'>,
  environment: Environment,
): readonly Diagnostic[] {
  const needed = settings.filter((ref) => ref.default === undefined && ref.optional !== true).map((ref) => ref.setting);
  return [...new Set(needed)]
    .filter((name) => (environment[name] ?? '') === '')
    .map((name) => diagnostic('FR6002', { name }));
}
