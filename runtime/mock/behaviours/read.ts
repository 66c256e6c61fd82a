import type { Collections } from '../collections.ts';
import type { ItemBehaviour } from '../definition.ts';
import type { MockAnswer, MockRequest } from '../mock-request.ts';
import { answerItem } from './answer-item.ts';
import { findItem, itemMissing } from './find-item.ts';

export function read(
  behaviour: ItemBehaviour,
  request: MockRequest,
  status: number,
  collections: Collections,
): MockAnswer {
  const found = findItem(behaviour, request, collections);
  return found === undefined ? itemMissing(behaviour) : answerItem(behaviour, found.value, status);
}
