import type { FailureDetails } from '../context/errors.ts';
import { maskSecrets } from './mask.ts';
import type { SystemDefinition } from './system.ts';
import type { ApiRequest } from './transport.ts';

/** One call on its way, with what its errors need to say: where it went and what must not be said. */
export interface Call<T> {
  readonly system: SystemDefinition;
  readonly request: ApiRequest<T>;
  /** Without query; it may hold a secret. */
  readonly path: string;
  readonly secrets: readonly string[];
  /** Credentials as they would come back in a link: `api_key=…`. */
  readonly echoes: readonly string[];
}

/** `hubspot.searchDeals: POST /crm/v3/objects/deals/search <what>`, secrets masked. */
export function describeCall(call: Call<unknown>, what: string): string {
  const { system, request, path } = call;
  return maskSecrets(`${system.id}.${request.operation}: ${request.method} ${path} ${what}`, call.secrets);
}

/** The same as data. */
export function callDetails(call: Call<unknown>, more: FailureDetails = {}): FailureDetails {
  const { system, request, path } = call;
  return {
    system: system.id,
    operation: request.operation,
    method: request.method,
    path: maskSecrets(path, call.secrets),
    ...more,
  };
}
