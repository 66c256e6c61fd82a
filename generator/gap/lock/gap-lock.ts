import type { AttachmentHash } from '../contract/contract.ts';

/** `gaps/<integration>/<gap>.lock.json`: which contract a body was accepted for, and where it came from. Hashes are SHA-256 in hex. */
export interface GapLock {
  readonly version: 1;
  readonly contract: string;
  /** Of the body as it stands in `<gap>.ts`. */
  readonly body: string;
  /** Of the hardened file that was tested, which is the one that is emitted. */
  readonly tested: string;
  readonly attachments: readonly AttachmentHash[];
  readonly provenance: Provenance;
}

/** Where a body came from. No part of what makes it valid. */
export type Provenance =
  | { readonly by: 'hand' }
  | {
      readonly by: 'model';
      readonly model: string;
      /** `anthropic`, `replay`, `batch` or, where somebody carried the reply over, `manual`. */
      readonly via: string;
      /** `fill@v1`. */
      readonly prompt: string;
      /** SHA-256 of the prompt's templates. */
      readonly promptHash: string;
      readonly tries: number;
      readonly usage: Usage;
      /** US dollars; absent where the price of the model is not known. */
      readonly cost?: number;
      /** The body was changed by hand since the model wrote it. */
      readonly edited?: true;
    };

/** Tokens; absent counts were not reported. */
export interface Usage {
  readonly input?: number;
  readonly output?: number;
}

/** `broken`: everything fits together, and the body fails its contract. */
export type GapState = 'ok' | 'missing' | 'stale' | 'edited' | 'broken';
