import type { Endpoint } from '../spec/types.ts';
import { requestOf, responseOf } from './body-of.ts';
import type { Conversion } from './conversion.ts';
import type { Operation } from './operation.ts';
import { parametersOf } from './parameters-of.ts';
import type { Tell } from './remark.ts';
import { serverOf } from './servers.ts';

/** What an endpoint needs to know of its system. */
export interface Surroundings {
  readonly system: string;
  readonly baseUrl: string;
  /** Parameters that carry credentials: `header x-api-key`. */
  readonly credentials: ReadonlySet<string>;
}

/** An operation of a document as an endpoint of the spec language. */
export function endpointOf(
  operation: Operation,
  surroundings: Surroundings,
  context: Conversion,
  tell: Tell,
): Endpoint {
  const { contentType, ...request } = requestOf(operation, context, tell);
  const { params, query, headers } = parametersOf(operation, surroundings.credentials, context, tell);
  const title = operation.summary?.replaceAll(/\s+/g, ' ').trim();
  const allHeaders = { ...(contentType !== undefined && { 'Content-Type': contentType }), ...headers };
  return {
    ...(title !== undefined && { title }),
    system: surroundings.system,
    ...ownBase(operation, surroundings),
    method: operation.method,
    path: operation.path,
    ...(params !== undefined && { params }),
    ...(query !== undefined && { query }),
    ...(Object.keys(allHeaders).length > 0 && { headers: allHeaders }),
    ...request,
    ...responseOf(operation.answer, context),
  };
}

/** Some operations are served from another host. One that needs variables of its own is left at the system's. */
function ownBase({ servers }: Operation, { baseUrl }: Surroundings): Pick<Endpoint, 'baseUrl'> {
  if (servers === undefined) return {};
  const server = serverOf(servers);
  return server.baseUrl === baseUrl || Object.keys(server.variables).length > 0 ? {} : { baseUrl: server.baseUrl };
}
