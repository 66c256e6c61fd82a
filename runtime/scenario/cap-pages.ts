import type { MockEndpoint, MockSystem } from '../mock/definition.ts';

/** The systems with pages of at most so many items, as if that were their own cap: what a request asks for cannot exceed it. */
export function capPages(systems: readonly MockSystem[], cap: number | undefined): readonly MockSystem[] {
  if (cap === undefined) return systems;
  return systems.map((system) => ({ ...system, endpoints: system.endpoints.map((endpoint) => capped(endpoint, cap)) }));
}

function capped(endpoint: MockEndpoint, cap: number): MockEndpoint {
  const { does } = endpoint;
  if (does.kind !== 'list' || does.paginate === undefined) return endpoint;
  const { paginate } = does;
  const size = { ...paginate.size, default: Math.min(paginate.size.default, cap) };
  return { ...endpoint, does: { ...does, paginate: { ...paginate, size } } };
}
