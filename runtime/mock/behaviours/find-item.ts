import { checkMatches } from '../check-matches.ts';
import type { Collections, StoredItem } from '../collections.ts';
import type { ItemBehaviour } from '../definition.ts';
import type { MockAnswer, MockRequest } from '../mock-request.ts';
import { problem } from '../problem.ts';

/** The first stored item that matches. */
export function findItem(
  behaviour: ItemBehaviour,
  request: MockRequest,
  collections: Collections,
): StoredItem | undefined {
  return collections.items(behaviour.collection).find((item) => checkMatches(item.value, behaviour.match, request));
}

export function itemMissing(behaviour: ItemBehaviour): MockAnswer {
  return problem(404, 'not_found', `nothing in '${behaviour.collection}' fits the request`);
}
