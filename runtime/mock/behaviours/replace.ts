import type { Collections } from '../collections.ts';
import type { ItemBehaviour } from '../definition.ts';
import { valueAt, withValueAt } from '../json-path.ts';
import type { MockAnswer, MockRequest } from '../mock-request.ts';
import { answerItem } from './answer-item.ts';
import { findItem, itemMissing } from './find-item.ts';

/** Puts what was sent in place of the stored item; the fields that identify it stay, since they are in the path. */
export function replace(
  behaviour: ItemBehaviour,
  request: MockRequest,
  status: number,
  collections: Collections,
): MockAnswer {
  const found = findItem(behaviour, request, collections);
  if (found === undefined) return itemMissing(behaviour);
  const sent = valueAt(request.body, behaviour.item ?? []) ?? {};
  const item = behaviour.match
    .filter((match) => match.op === 'eq' && valueAt(sent, match.field) === undefined)
    .reduce<unknown>((kept, match) => withValueAt(kept, match.field, valueAt(found.value, match.field)), sent);
  collections.put(behaviour.collection, found.position, item);
  return answerItem(behaviour, item, status);
}
