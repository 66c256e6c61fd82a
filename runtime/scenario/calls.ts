import { queryKeys } from '../mock/auth/carriers.ts';
import type { MockDefinition, MockSystem } from '../mock/definition.ts';
import type { RecordedRequest } from '../mock/fault.ts';
import { graphqlRequest } from '../mock/graphql-request.ts';
import { compileTemplate, matchTemplate } from '../mock/path-template.ts';

/** One request that a mock system received. Parts that a request does not have are absent. */
export interface Call {
  /** The endpoint's id; method and path where the spec knows none. */
  readonly call: string;
  /** Parameters of the path, decoded. */
  readonly path?: Readonly<Record<string, string>>;
  /** Without credentials. */
  readonly query?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: unknown;
}

/** Requests as a test compares them: without headers, credentials and times. */
export function callsOf({ systems }: MockDefinition, requests: readonly RecordedRequest[]): readonly Call[] {
  return requests.map((request) => {
    const system = systems.find(({ id }) => id === request.system);
    const endpoint = system?.endpoints.find(({ id }) => id === request.endpoint);
    const path = endpoint === undefined ? {} : (matchTemplate(compileTemplate(endpoint.path), request.path) ?? {});
    const query = withoutKey(request.query, system);
    const body = endpoint?.document === undefined ? request.body : graphqlRequest(request.body).variables;
    return {
      call: request.endpoint ?? `${request.method} ${request.path}`,
      ...(Object.keys(path).length > 0 && { path }),
      ...(Object.keys(query).length > 0 && { query }),
      ...(body !== undefined && { body }),
    };
  });
}

function withoutKey(query: RecordedRequest['query'], system: MockSystem | undefined): RecordedRequest['query'] {
  const keys = queryKeys(system?.auth ?? { kind: 'none' });
  return Object.fromEntries(Object.entries(query).filter(([name]) => !keys.includes(name)));
}
