import type { IntegrationPlan } from '../ir/integration.ts';

/** The gaps that nobody has filled yet: those whose files are still the generator's. */
export function unfilledGaps({ logic }: IntegrationPlan, ejected: readonly string[]): readonly string[] {
  return logic.filter(({ symbol }) => !ejected.includes(symbol.file)).map(({ id }) => id);
}
