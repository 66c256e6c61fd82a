import { checkMatches } from '../check-matches.ts';
import type { Collections } from '../collections.ts';
import type { ListBehaviour } from '../definition.ts';
import { withoutValueAt, withValueAt } from '../json-path.ts';
import type { MockAnswer, MockRequest } from '../mock-request.ts';
import { paginate } from '../pagination/paginate.ts';
import type { PageCut, Placement } from '../pagination/page-cut.ts';
import { problem } from '../problem.ts';

/** Answers the items that match, or one page of them, in their place in the envelope. */
export function list(
  behaviour: ListBehaviour,
  request: MockRequest,
  status: number,
  collections: Collections,
): MockAnswer {
  const stored = collections.items(behaviour.collection);
  const newestFirst = behaviour.order === 'newestFirst';
  const all = newestFirst ? stored.toReversed() : stored;
  const matching = all.filter((item) => checkMatches(item.value, behaviour.match, request));
  const cut: PageCut | undefined =
    behaviour.paginate === undefined
      ? { items: matching, places: [] }
      : paginate(behaviour.paginate, { all, matching, newestFirst }, request);
  if (cut === undefined)
    return problem(400, 'invalid_page', 'the request asks for a page that does not exist or cannot be read');
  const values = cut.items.map((item) => item.value);
  const places: Placement[] = [{ at: behaviour.items, value: values }, ...cut.places];
  if (behaviour.total !== undefined) places.push({ at: behaviour.total, value: matching.length });
  return {
    status,
    body: places.reduce<unknown>(put, behaviour.envelope),
    ...(cut.headers && { headers: cut.headers }),
  };
}

function put(body: unknown, place: Placement): unknown {
  return 'value' in place ? withValueAt(body, place.at, place.value) : withoutValueAt(body, place.at);
}
