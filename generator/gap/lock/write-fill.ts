import { hash } from '../../data/hash.ts';
import { stageFile } from '../../write/staged-file.ts';
import { contractHash } from '../contract/contract-hash.ts';
import type { AttachmentHash, GapContract } from '../contract/contract.ts';
import { bodyIn, fileTextOf } from './body-text.ts';
import type { GapFiles } from './gap-files.ts';
import type { GapLock, Provenance } from './gap-lock.ts';
import { lockText } from './read-lock.ts';

/** A body that passed everything. */
export interface AcceptedFill {
  /** As it is kept. */
  readonly body: string;
  /** The whole file as it was tested. */
  readonly file: string;
  readonly provenance: Provenance;
  readonly attachments: readonly AttachmentHash[];
}

/**
 * Writes body and lock, both complete before either is put in its place. A crash between the two leaves a body that its lock
 * does not know: `edited`, which nothing takes for accepted. Rejects with the operating system's error.
 */
export async function writeFill(files: GapFiles, contract: GapContract, fill: AcceptedFill): Promise<GapLock> {
  const text = fileTextOf(contract, fill.body);
  const lock: GapLock = {
    version: 1,
    contract: contractHash(contract, fill.attachments),
    body: hash(bodyIn(text).body),
    tested: hash(fill.file),
    attachments: fill.attachments,
    provenance: fill.provenance,
  };
  const body = await stageFile(files.body, text);
  try {
    const staged = await stageFile(files.lock, lockText(lock));
    await body.commit();
    await staged.commit();
  } catch (error) {
    await body.discard();
    throw error;
  }
  return lock;
}
