import { hash } from '../../data/hash.ts';
import { contractHash } from '../contract/contract-hash.ts';
import type { AttachmentHash, GapContract } from '../contract/contract.ts';
import type { GapLock, GapState } from './gap-lock.ts';

/** A state, and what it was decided by, as a clause: `the contract has changed since`. */
export interface StateAndWhy {
  readonly state: GapState;
  readonly why: string;
}

/** What is known of a gap's files. */
export interface FilledWith {
  /** As it stands in `<gap>.ts`; undefined where there is no such file. */
  readonly body: string | undefined;
  readonly lock: GapLock | undefined;
  /** Those of the lock's attachments whose files are there, with the hashes that they have now. */
  readonly attachments: readonly AttachmentHash[];
}

/** The state of a gap by hashes alone. Whether the body keeps its contract, only running it can say. */
export function stateOf(contract: GapContract, { body, lock, attachments }: FilledWith): StateAndWhy {
  if (body === undefined)
    return {
      state: 'missing',
      why: lock === undefined ? 'nobody has filled it' : 'the body is gone, its lock is still there',
    };
  if (lock === undefined) return { state: 'edited', why: 'the body was written by hand, and is not accepted yet' };
  if (hash(body) !== lock.body) return { state: 'edited', why: 'the body was changed by hand since it was accepted' };
  const changed = attachments.find(({ file, sha256 }) =>
    lock.attachments.some((one) => one.file === file && one.sha256 !== sha256),
  );
  if (changed !== undefined) return { state: 'stale', why: `the attachment ${changed.file} has changed since` };
  if (contractHash(contract, lock.attachments) !== lock.contract)
    return { state: 'stale', why: 'the contract has changed since the body was accepted' };
  return { state: 'ok', why: '' };
}
