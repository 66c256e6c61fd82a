import type { SystemDefinition } from '@flowright/runtime';

export function describeRateLimit(limit: SystemDefinition['rateLimit']): string | undefined {
  if (limit === undefined) return undefined;
  const seconds = limit.perMs / 1000;
  return `${String(limit.requests)} requests per ${seconds === 1 ? 'second' : `${String(seconds)} seconds`}`;
}
