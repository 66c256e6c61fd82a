import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { AttachmentHash, GapContract } from '../contract/contract.ts';
import type { BodyInFile } from './body-text.ts';
import type { GapFiles } from './gap-files.ts';
import type { GapLock } from './gap-lock.ts';
import type { StateAndWhy } from './gap-state.ts';

/** A gap with all that is known of it without looking into its body. */
export interface GapEntry extends StateAndWhy {
  readonly contract: GapContract;
  readonly files: GapFiles;
  /** A `rule:` row's has no name in the spec. */
  readonly kind: 'logic' | 'rule';
  readonly body?: BodyInFile;
  readonly lock?: GapLock;
  /** The lock's, with the hashes that their files have now, where those are there. */
  readonly attachments: readonly AttachmentHash[];
  /** What is wrong with its files: then it is `broken`. */
  readonly diagnostics: readonly Diagnostic[];
  /** The texts of body and lock by their names in messages. */
  readonly texts: ReadonlyMap<string, string>;
  /** All files that the state depends on by their absolute paths, and their texts; undefined for one that is not there. */
  readonly inputs: ReadonlyMap<string, string | undefined>;
}
