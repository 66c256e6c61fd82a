import type { Collections, StoredItem } from '../collections.ts';
import { deepMerge } from '../deep-merge.ts';
import type { CreateBehaviour } from '../definition.ts';
import { inKindOf } from '../in-kind-of.ts';
import { isRecord, valueAt, withValueAt } from '../json-path.ts';
import type { MockAnswer, MockRequest } from '../mock-request.ts';
import { problem } from '../problem.ts';
import { answerItem } from './answer-item.ts';

/**
 * Stores what was sent (one item, or a list of them), laid over the example and with an id. An item that has the id
 * already is replaced, in its place.
 */
export function upsert(
  behaviour: CreateBehaviour,
  request: MockRequest,
  status: number,
  collections: Collections,
): MockAnswer {
  const drafts = draftsIn(behaviour, request);
  if (!drafts.every(isRecord))
    return problem(400, 'invalid_body', 'the request body does not hold an object where the new item belongs');
  const items = drafts.map((draft) => store(behaviour, draft, collections));
  return answerItem(behaviour, Array.isArray(valueAt(request.body, behaviour.item)) ? items : items[0], status);
}

/** What was sent to be stored. */
export function draftsIn({ item }: CreateBehaviour, { body }: MockRequest): readonly unknown[] {
  const sent = valueAt(body, item) ?? {};
  return Array.isArray(sent) ? sent : [sent];
}

/** The stored item that has the id that the draft brings along. */
export function storedAs(
  { collection, id }: CreateBehaviour,
  draft: unknown,
  collections: Collections,
): StoredItem | undefined {
  const own = valueAt(draft, id.field) ?? undefined;
  if (own === undefined) return undefined;
  return collections.items(collection).find((item) => idText(valueAt(item.value, id.field)) === idText(own));
}

function store(behaviour: CreateBehaviour, draft: unknown, collections: Collections): unknown {
  const { collection, id } = behaviour;
  const ownId = valueAt(draft, id.field) ?? collections.newId(collection, id);
  const laid = deepMerge(behaviour.example, inKindOf(behaviour.example, draft));
  // An id that is there stays in its place among the fields: people read these items.
  const item = valueAt(laid, id.field) === ownId ? laid : withValueAt(laid, id.field, ownId);
  const before = storedAs(behaviour, draft, collections);
  if (before === undefined) collections.add(collection, item);
  else collections.put(collection, before.position, item);
  return item;
}

/** 7 and "7" are one id. */
function idText(id: unknown): string | undefined {
  return typeof id === 'string' ? id : JSON.stringify(id);
}
