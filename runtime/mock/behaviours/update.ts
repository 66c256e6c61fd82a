import type { Collections } from '../collections.ts';
import { deepMerge } from '../deep-merge.ts';
import type { ItemBehaviour } from '../definition.ts';
import { inKindOf } from '../in-kind-of.ts';
import { valueAt } from '../json-path.ts';
import type { MockAnswer, MockRequest } from '../mock-request.ts';
import { answerItem } from './answer-item.ts';
import { findItem, itemMissing } from './find-item.ts';

/** Merges what was sent into the stored item. */
export function update(
  behaviour: ItemBehaviour,
  request: MockRequest,
  status: number,
  collections: Collections,
): MockAnswer {
  const found = findItem(behaviour, request, collections);
  if (found === undefined) return itemMissing(behaviour);
  const sent = valueAt(request.body, behaviour.item ?? []);
  const item = deepMerge(found.value, inKindOf(found.value, sent));
  collections.put(behaviour.collection, found.position, item);
  return answerItem(behaviour, item, status);
}
