import { checkOp } from './check-matches.ts';
import type { Method } from '../http/transport.ts';
import type { MockEndpoint, MockSystem } from './definition.ts';
import { graphqlRequest } from './graphql-request.ts';
import { requestValue, type MockRequest } from './mock-request.ts';
import { compareTemplates, compileTemplate, matchTemplate, type PathTemplate } from './path-template.ts';

/** The endpoint that a request is for, or what there is instead. */
export type Route =
  | { readonly kind: 'endpoint'; readonly endpoint: MockEndpoint; readonly params: MockRequest['params'] }
  /** The path is known, with other methods. */
  | { readonly kind: 'otherMethods'; readonly allow: readonly Method[] }
  | { readonly kind: 'unknown' };

export type Router = (request: MockRequest) => Route;

/** Makes the router of one system: literal segments win over templates, then more conditions over fewer. */
export function createRouter({ endpoints, basePath }: Pick<MockSystem, 'endpoints' | 'basePath'>): Router {
  const candidates = endpoints
    .map((endpoint) => ({ endpoint, template: compileTemplate(endpoint.path) }))
    .toSorted((a, b) => compareTemplates(a.template, b.template) || conditions(b.endpoint) - conditions(a.endpoint));
  return (request) => {
    const base = request.basePath ?? basePath;
    const below = candidates.filter(({ endpoint }) => (endpoint.basePath ?? basePath) === base);
    return findRoute(below, request);
  };
}

interface Candidate {
  readonly endpoint: MockEndpoint;
  readonly template: PathTemplate;
}

function findRoute(candidates: readonly Candidate[], request: MockRequest): Route {
  const onPath = candidates.flatMap(({ endpoint, template }) => {
    const params = matchTemplate(template, request.path);
    return params === undefined ? [] : [{ endpoint, params }];
  });
  const fitting = onPath.filter(({ endpoint, params }) => meetsConditions(endpoint, { ...request, params }));
  const found =
    fitting.find(({ endpoint }) => endpoint.method === request.method) ??
    fitting.find(({ endpoint }) => request.method === 'HEAD' && endpoint.method === 'GET');
  if (found !== undefined) return { kind: 'endpoint', ...found };
  const allow = [...new Set(onPath.map(({ endpoint }) => endpoint.method))];
  return allow.length === 0 || allow.includes(request.method) ? { kind: 'unknown' } : { kind: 'otherMethods', allow };
}

function meetsConditions(endpoint: MockEndpoint, request: MockRequest): boolean {
  if (endpoint.document !== undefined && graphqlRequest(request.body).document !== endpoint.document) return false;
  return (endpoint.when ?? []).every(({ value, equals }) => checkOp(requestValue(request, value), 'eq', equals));
}

function conditions(endpoint: MockEndpoint): number {
  return endpoint.when?.length ?? 0;
}
