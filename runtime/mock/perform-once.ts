import { perform } from './behaviours/perform.ts';
import type { MockEndpoint, MockSystem } from './definition.ts';
import type { MockAnswer, MockRequest } from './mock-request.ts';
import type { World } from './world.ts';

/** Does what the endpoint does, unless the request repeats an idempotency key that it honours: then the first answer again. */
export function performOnce(
  world: World,
  system: MockSystem,
  endpoint: MockEndpoint,
  request: MockRequest,
): MockAnswer {
  const work = (): MockAnswer => {
    const answer = perform(endpoint, request, world.collections);
    return endpoint.headers === undefined ? answer : { ...answer, headers: { ...endpoint.headers, ...answer.headers } };
  };
  const key =
    endpoint.idempotencyHeader === undefined ? undefined : request.headers[endpoint.idempotencyHeader.toLowerCase()];
  if (key === undefined) return work();
  const name = JSON.stringify([system.id, endpoint.id, key]);
  const before = world.answered.get(name);
  if (before !== undefined) return before;
  const answer = structuredClone(work());
  world.answered.set(name, answer);
  return answer;
}
