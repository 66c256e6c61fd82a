import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/nearest.ts';
import type { Place, SpecPath } from '../diagnostics/place.ts';
import type { Endpoint, IntegrationSpec, Model, System } from '../spec/types.ts';
import { collectModels, type ModelCollection } from './convert-models.ts';
import type { OpenApiDocument } from './document.ts';
import { endpointOf } from './endpoint-of.ts';
import { mergeEndpoint } from './merge-endpoint.ts';
import type { Operation } from './operation.ts';
import { systemApi, type SystemApi } from './system-api.ts';
import { wordsIn } from './words-in.ts';

export interface CompletedSpec {
  /** With what the documents bring written out. */
  readonly spec: IntegrationSpec;
  /** The models that documents bring. */
  readonly brought: ReadonlySet<string>;
  /** By the ids of the systems. */
  readonly apis: ReadonlyMap<string, SystemApi>;
  readonly diagnostics: readonly Diagnostic[];
}

type FindPlace = (path: SpecPath, options?: { readonly on?: 'key' | 'value' }) => Place;

/** Before documents have brought what it does not say. */
type OwnSystem = Partial<System>;
type OwnEndpoint = Partial<Endpoint>;

/** Fills in what the OpenAPI documents of systems say and the spec does not. `documents`: by the ids of the systems. */
export function completeSpec(
  spec: IntegrationSpec,
  documents: ReadonlyMap<string, OpenApiDocument>,
  place: FindPlace,
): CompletedSpec {
  const own = new Set(Object.keys(spec.models ?? {}));
  const apis = new Map<string, SystemApi>();
  const taken = new Set<string>();
  for (const [id, document] of documents) {
    const system: OwnSystem = spec.systems[id] ?? {};
    const api = systemApi(id, system, document, taken, () => undefined);
    apis.set(id, api);
    for (const name of api.models.names()) taken.add(name);
  }
  const collections = new Map([...apis].map(([id, api]) => [id, collectModels(api.document, api.models)]));
  const diagnostics: Diagnostic[] = [];
  const endpoints = Object.entries<Endpoint>(spec.endpoints ?? {}).map(
    ([id, endpoint]): readonly [string, Endpoint] => {
      if (endpoint.operation === undefined) return [id, endpoint];
      const api = apis.get(endpoint.system ?? '');
      const collection = collections.get(endpoint.system ?? '');
      const problem = api === undefined || collection === undefined ? undefined : completed(endpoint, api, collection);
      if (problem !== undefined && 'endpoint' in problem) return [id, problem.endpoint];
      diagnostics.push(unknownOperation(endpoint, id, problem?.known, spec, place));
      return [id, endpoint];
    },
  );
  for (const word of wordsIn(spec)) {
    if (own.has(word)) continue;
    for (const [id, api] of apis) if (api.models.named(word) !== undefined) collections.get(id)?.want(word);
  }
  const models = new Map<string, Model>([...collections.values()].flatMap((one) => [...one.models(own)]));
  const systems = Object.entries<System>(spec.systems).map(
    ([id, system]) => [id, completeSystem(system, apis.get(id))] as const,
  );
  return {
    spec: {
      ...spec,
      systems: Object.fromEntries(systems),
      ...(spec.endpoints !== undefined && { endpoints: Object.fromEntries(endpoints) }),
      ...((spec.models !== undefined || models.size > 0) && {
        models: { ...Object.fromEntries(models), ...spec.models },
      }),
    },
    brought: new Set(models.keys()),
    apis,
    diagnostics,
  };
}

function completed(
  endpoint: OwnEndpoint,
  api: SystemApi,
  { context }: ModelCollection,
): { readonly endpoint: Endpoint } | { readonly known: readonly string[] } {
  const operation = operationNamed(endpoint.operation ?? '', api.operations);
  if (operation === undefined) return { known: api.operations.map(({ operationId, id }) => operationId ?? id) };
  const surroundings = { system: api.id, baseUrl: api.baseUrl, credentials: api.credentials };
  return {
    endpoint: mergeEndpoint(
      endpoint,
      endpointOf(operation, surroundings, context, () => undefined),
    ),
  };
}

/** By its operationId, by the name that an import gives it, or by method and path: `GET /orders`. */
export function operationNamed(name: string, operations: readonly Operation[]): Operation | undefined {
  return (
    operations.find(({ operationId }) => operationId === name) ??
    operations.find(({ id, method, path }) => id === name || `${method} ${path}` === name)
  );
}

function unknownOperation(
  { operation = '', system = '' }: OwnEndpoint,
  id: string,
  known: readonly string[] | undefined,
  spec: IntegrationSpec,
  place: FindPlace,
): Diagnostic {
  const at: SpecPath = ['endpoints', id, 'operation'];
  if (known !== undefined)
    return diagnostic(
      'FR2001',
      { what: 'operation', name: operation, suggestion: nearest(operation, known) },
      place(at),
    );
  if (Object.hasOwn(spec.systems, system))
    return diagnostic(
      'FR2015',
      { what: `the operation '${operation}'`, needs: `'openapi' of the system '${system}'` },
      place(at, { on: 'key' }),
    );
  const systems = Object.keys(spec.systems);
  return diagnostic(
    'FR2001',
    { what: 'system', name: system, suggestion: nearest(system, systems) },
    place(['endpoints', id, 'system']),
  );
}

function completeSystem(system: System, api: SystemApi | undefined): System {
  if (api === undefined) return system;
  const variables = { ...api.variables, ...system.variables };
  return {
    ...system,
    baseUrl: api.baseUrl,
    ...(Object.keys(variables).length > 0 && { variables }),
    ...(api.auth !== undefined && { auth: api.auth }),
  };
}
