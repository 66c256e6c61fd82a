import type { Collections } from '../collections.ts';
import { deepMerge } from '../deep-merge.ts';
import type { CreateBehaviour } from '../definition.ts';
import { inKindOf } from '../in-kind-of.ts';
import { isRecord, valueAt, withValueAt } from '../json-path.ts';
import type { MockAnswer, MockRequest } from '../mock-request.ts';
import { problem } from '../problem.ts';
import { answerItem } from './answer-item.ts';

/** Stores what was sent (one item, or a list of them), laid over the example and with an id. */
export function create(behaviour: CreateBehaviour, request: MockRequest, status: number, collections: Collections): MockAnswer {
  const sent = valueAt(request.body, behaviour.item) ?? {};
  const several = Array.isArray(sent);
  const drafts: readonly unknown[] = several ? sent : [sent];
  const strange = drafts.find((draft) => !isRecord(draft));
  if (strange !== undefined) return problem(400, 'invalid_body', 'the request body does not hold an object where the new item belongs');
  const taken = drafts.find((draft) => isTaken(behaviour, draft, collections));
  if (taken !== undefined) return problem(409, 'conflict', `an item with the id '${String(valueAt(taken, behaviour.id.field))}' exists`);
  const items = drafts.map((draft) => store(behaviour, draft, collections));
  return answerItem(behaviour, several ? items : items[0], status);
}

function store(behaviour: CreateBehaviour, draft: unknown, collections: Collections): unknown {
  const { collection, id } = behaviour;
  const ownId = valueAt(draft, id.field) ?? collections.newId(collection, id);
  const item = withValueAt(deepMerge(behaviour.example, inKindOf(behaviour.example, draft)), id.field, ownId);
  collections.add(collection, item);
  return item;
}

function isTaken(behaviour: CreateBehaviour, draft: unknown, collections: Collections): boolean {
  const { collection, id } = behaviour;
  const own = valueAt(draft, id.field) ?? undefined;
  return own !== undefined && collections.items(collection).some((item) => idText(valueAt(item.value, id.field)) === idText(own));
}

/** 7 and "7" are one id. */
function idText(id: unknown): string | undefined {
  return typeof id === 'string' ? id : JSON.stringify(id);
}
