import type { Endpoint, IntegrationSpec, Mapping } from '../../spec/types.ts';

/** What the cards of one workflow look things up in. */
export interface FlowScope {
  readonly spec: IntegrationSpec;
  readonly endpoint: (id: string) => Endpoint | undefined;
  readonly mapping: (id: string) => Mapping | undefined;
  /** The position of a system among those that take part. */
  readonly system: (id: string | undefined) => number | undefined;
}

/** `systems`: ids of the systems that take part. */
export function flowScope(spec: IntegrationSpec, systems: readonly string[]): FlowScope {
  const endpoints = new Map(Object.entries<Endpoint>(spec.endpoints ?? {}));
  const mappings = new Map(Object.entries<Mapping>(spec.mappings ?? {}));
  return {
    spec,
    endpoint: (id) => endpoints.get(id),
    mapping: (id) => mappings.get(id),
    system: (id) => {
      const at = id === undefined ? -1 : systems.indexOf(id);
      return at === -1 ? undefined : at;
    },
  };
}
