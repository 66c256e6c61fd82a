import { withValueAt, type JsonPath } from '../json-path.ts';
import type { MockAnswer } from '../mock-request.ts';

/** Answers an item in its place in the envelope, or the envelope as it is where the item has no place. */
export function answerItem(
  does: { readonly envelope: unknown; readonly at?: JsonPath },
  item: unknown,
  status: number,
): MockAnswer {
  return { status, body: does.at === undefined ? does.envelope : withValueAt(does.envelope, does.at, item) };
}
