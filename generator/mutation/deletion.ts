import type { SpecPath } from '../diagnostics/place.ts';
import { at, before, replaced } from './edit.ts';
import type { MutationKind } from './kinds.ts';
import type { Mutation } from './mutation.ts';

/** Takes an item out of its list, or a key out of its object. */
export function deletion(kind: MutationKind, path: SpecPath, description: string): Mutation {
  return {
    kind,
    path,
    description,
    apply: (spec) => replaced(spec, path),
    origin: (changed) => before(changed, path),
  };
}

/** Takes the condition off a branch: the `length` steps of its `then` stand in its place. */
export function unconditional(path: SpecPath, length: number, description: string): Mutation {
  const inner = [...path, 'then'];
  return {
    kind: 'when',
    path: [...path, 'when'],
    description,
    apply(spec) {
      const items = at(spec, inner);
      return replaced(spec, path, Array.isArray(items) ? items : []);
    },
    origin: (changed) => before(changed, path, { path: inner, length }),
  };
}

/** Deletions of everything within a value: each key and item, from the outside in. */
export function* deletionsWithin(
  kind: MutationKind,
  value: unknown,
  path: SpecPath,
  owner: string,
): Generator<Mutation> {
  const parts: readonly (readonly [string | number, unknown])[] = Array.isArray(value)
    ? value.map((item: unknown, index) => [index, item] as const)
    : typeof value === 'object' && value !== null
      ? Object.entries(value)
      : [];
  for (const [part, inner] of parts) {
    const name = typeof part === 'number' ? `item ${String(part + 1)}` : `'${part}'`;
    yield deletion(kind, [...path, part], `${name} of ${owner}`);
    yield* deletionsWithin(kind, inner, [...path, part], typeof part === 'number' ? owner : `${owner}.${part}`);
  }
}
