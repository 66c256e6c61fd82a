import type { Mapping } from '../../spec/types.ts';

/** What a mapping is applied to: a model, or names with their models. */
export function describeSource({ from }: Mapping): string {
  if (typeof from === 'string') return from;
  return Object.entries(from)
    .map(([name, shape]) => (typeof shape === 'string' ? `${name}: ${shape}` : name))
    .join(', ');
}
