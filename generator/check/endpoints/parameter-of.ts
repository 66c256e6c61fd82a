import type { PageParameterPlace } from '../../ir/pagination.ts';
import type { Endpoint } from '../../spec/types.ts';

/** What carries a position, and where. A GraphQL endpoint takes it among the variables of its document, which are what its calls give as the body. */
export function parameterOf(
  { param, in: place }: { readonly param: string; readonly in?: PageParameterPlace },
  endpoint: Endpoint,
): { readonly param: string; readonly in: PageParameterPlace } {
  if (endpoint.graphql === undefined) return { param, in: place ?? 'query' };
  return { param: variableOf(param, endpoint), in: place ?? 'body' };
}

/** `variables.after` of a GraphQL endpoint is its variable `after`. */
export function variableOf(param: string, { graphql }: Endpoint): string {
  return graphql === undefined ? param : param.replace(/^variables\./u, '');
}
