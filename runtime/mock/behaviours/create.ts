import type { Collections } from '../collections.ts';
import type { CreateBehaviour } from '../definition.ts';
import { valueAt } from '../json-path.ts';
import type { MockAnswer, MockRequest } from '../mock-request.ts';
import { problem } from '../problem.ts';
import { draftsIn, storedAs, upsert } from './upsert.ts';

/** As `upsert`, but an id that is taken is a conflict; not for PUT, which may be repeated. */
export function create(
  behaviour: CreateBehaviour,
  request: MockRequest,
  status: number,
  collections: Collections,
): MockAnswer {
  const taken =
    request.method === 'PUT'
      ? undefined
      : draftsIn(behaviour, request).find((draft) => storedAs(behaviour, draft, collections) !== undefined);
  if (taken !== undefined)
    return problem(409, 'conflict', `an item with the id '${String(valueAt(taken, behaviour.id.field))}' exists`);
  return upsert(behaviour, request, status, collections);
}
