import type { IntegrationSpec } from '../../spec/types.ts';

/** The fields by which models say that their records are identified, by model. */
export function modelIds({ models = {} }: Pick<IntegrationSpec, 'models'>): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(models).flatMap(([name, model]) =>
      'id' in model && typeof model.id === 'string' ? [[name, model.id] as const] : [],
    ),
  );
}
