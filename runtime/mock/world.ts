import { Collections } from './collections.ts';
import type { Credentials } from './auth/credentials.ts';
import { IssuedTokens } from './auth/issued-tokens.ts';
import type { MockDefinition, MockSystem } from './definition.ts';
import { FaultQueue } from './fault-queue.ts';
import type { MockAnswer } from './mock-request.ts';
import { createRouter, type Router } from './router.ts';

/** All that the mock systems of one server know and keep. */
export interface World {
  readonly systems: readonly MockSystem[];
  readonly credentials: Credentials;
  readonly routers: ReadonlyMap<string, Router>;
  readonly collections: Collections;
  readonly faults: FaultQueue;
  /** The access tokens that the systems gave. */
  readonly tokens: IssuedTokens;
  /** Answers by endpoint and idempotency key. */
  readonly answered: Map<string, MockAnswer>;
}

export function createWorld(definition: MockDefinition, credentials: Credentials): World {
  const { systems, seeds } = definition;
  const used = systems.flatMap(({ endpoints }) =>
    endpoints.flatMap(({ does }) => (does.kind === 'respond' ? [] : [does.collection])),
  );
  return {
    systems,
    credentials,
    routers: new Map(systems.map((system) => [system.id, createRouter(system)])),
    collections: new Collections(seeds, used),
    faults: new FaultQueue(),
    tokens: new IssuedTokens(),
    answered: new Map(),
  };
}

/** Back to the start: seeds, no faults, no idempotency keys. */
export function resetWorld(world: World): void {
  world.collections.reset();
  world.faults.clear();
  world.tokens.clear();
  world.answered.clear();
}
