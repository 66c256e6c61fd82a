import type { Collections } from '../collections.ts';
import type { ItemBehaviour } from '../definition.ts';
import type { MockAnswer, MockRequest } from '../mock-request.ts';
import { answerItem } from './answer-item.ts';
import { findItem, itemMissing } from './find-item.ts';

/** Removes the stored item, and answers what it was. */
export function remove(
  behaviour: ItemBehaviour,
  request: MockRequest,
  status: number,
  collections: Collections,
): MockAnswer {
  const found = findItem(behaviour, request, collections);
  if (found === undefined) return itemMissing(behaviour);
  collections.remove(behaviour.collection, found.position);
  return answerItem(behaviour, found.value, status);
}
