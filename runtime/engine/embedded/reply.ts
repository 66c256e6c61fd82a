import type { Reply } from '../../context/context.ts';
import { FatalError } from '../../context/errors.ts';
import type { Redactor } from '../../settings/redactor.ts';
import { encode } from '../encode.ts';

/** A reply in the form in which it is kept, which is also the one that the first caller gets; a `FatalError` where no caller could be given it. */
export function checkedReply(
  reply: Reply,
  workflow: string,
  redactor: Redactor,
): { readonly text: string; readonly reply: Reply } {
  const { status } = reply;
  if (!Number.isInteger(status) || status < 200 || status > 599) {
    throw new FatalError(
      'internal',
      `the reply of the workflow '${workflow}' has the status ${status}; it must be from 200 to 599`,
    );
  }
  const kept = encode(reply, `the reply of the workflow '${workflow}'`, redactor);
  if (kept === undefined) throw new FatalError('internal', `the reply of the workflow '${workflow}' is empty`);
  const read: Reply = JSON.parse(kept.text);
  return { text: kept.text, reply: read };
}
