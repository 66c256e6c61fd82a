import type { Collections, StoredItem } from '../collections.ts';
import { deepMerge } from '../deep-merge.ts';
import type { CreateBehaviour } from '../definition.ts';
import { inKindOf } from '../in-kind-of.ts';
import { isRecord, valueAt, withValueAt } from '../json-path.ts';
import type { MockAnswer, MockRequest } from '../mock-request.ts';
import { problem } from '../problem.ts';
import { answerItem } from './answer-item.ts';

/**
 * Stores what was sent (one item, or a list of them), laid over the example and with an id. An id that is taken is a
 * conflict, but for PUT, which may be repeated: then the item is replaced.
 */
export function create(behaviour: CreateBehaviour, request: MockRequest, status: number, collections: Collections): MockAnswer {
  const sent = valueAt(request.body, behaviour.item) ?? {};
  const several = Array.isArray(sent);
  const drafts: readonly unknown[] = several ? sent : [sent];
  const strange = drafts.find((draft) => !isRecord(draft));
  if (strange !== undefined) return problem(400, 'invalid_body', 'the request body does not hold an object where the new item belongs');
  const taken = request.method === 'PUT' ? undefined : drafts.find((draft) => taker(behaviour, draft, collections) !== undefined);
  if (taken !== undefined) return problem(409, 'conflict', `an item with the id '${String(valueAt(taken, behaviour.id.field))}' exists`);
  const items = drafts.map((draft) => store(behaviour, draft, collections));
  return answerItem(behaviour, several ? items : items[0], status);
}

function store(behaviour: CreateBehaviour, draft: unknown, collections: Collections): unknown {
  const { collection, id } = behaviour;
  const ownId = valueAt(draft, id.field) ?? collections.newId(collection, id);
  const item = withValueAt(deepMerge(behaviour.example, inKindOf(behaviour.example, draft)), id.field, ownId);
  const before = taker(behaviour, draft, collections);
  if (before === undefined) collections.add(collection, item);
  else collections.put(collection, before.position, item);
  return item;
}

/** The stored item that has the id that the draft brings along. */
function taker(behaviour: CreateBehaviour, draft: unknown, collections: Collections): StoredItem | undefined {
  const { collection, id } = behaviour;
  const own = valueAt(draft, id.field) ?? undefined;
  if (own === undefined) return undefined;
  return collections.items(collection).find((item) => idText(valueAt(item.value, id.field)) === idText(own));
}

/** 7 and "7" are one id. */
function idText(id: unknown): string | undefined {
  return typeof id === 'string' ? id : JSON.stringify(id);
}
