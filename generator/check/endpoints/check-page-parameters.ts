import type { SpecPath } from '../../diagnostics/place.ts';
import { pageParameters, type PaginationPlan } from '../../ir/pagination.ts';
import type { Endpoint } from '../../spec/types.ts';
import type { Report } from '../report.ts';

/** What carries the position must be part of the request: a parameter of the path, or a body at all. */
export function checkPageParameters(
  pagination: PaginationPlan,
  endpoint: Endpoint,
  at: SpecPath,
  report: Report,
): boolean {
  const where: SpecPath = [...at, pagination.kind];
  return pageParameters(pagination).every(({ in: place, name }) => {
    if (place === 'path' && !endpoint.path.includes(`{${name}}`)) {
      report.add('FR2001', { what: 'path parameter', name }, [...where, 'param']);
      return false;
    }
    if (place === 'body' && !sendsBody(endpoint)) {
      report.add('FR2015', { what: `'${name}' in the body`, needs: 'a request model' }, [...where, 'in']);
      return false;
    }
    return true;
  });
}

/** A body has a model, or a kind that needs none. */
function sendsBody({ request, body, graphql }: Endpoint): boolean {
  return graphql !== undefined || request !== undefined || (body !== undefined && body !== 'json' && body !== 'none');
}
