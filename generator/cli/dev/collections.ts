import type { MockDefinition, MockServer } from '@flowright/runtime/mock';

/** What a collection of the mock systems held at the start, and holds now. */
export interface CollectionState {
  readonly name: string;
  readonly before: number;
  readonly items: readonly unknown[];
}

export function collectionStates({ systems, seeds }: MockDefinition, mocks: MockServer): readonly CollectionState[] {
  const named = systems.flatMap((system) =>
    system.endpoints.flatMap(({ does }) => ('collection' in does ? does.collection : [])),
  );
  return [...new Set([...Object.keys(seeds), ...named])].map((name) => ({
    name,
    before: seeds[name]?.length ?? 0,
    items: mocks.collection(name),
  }));
}
