import type { Reply } from '../context/context.ts';
import type { FailureCode } from '../context/errors.ts';
import type { Json } from '../context/json.ts';

/** `queued`: accepted, not begun; `waiting`: asleep or between two tries of a step; `completed` and `failed` are final. */
export type RunStatus = 'queued' | 'running' | 'waiting' | 'completed' | 'failed';

/** Why a run or a step failed; holds no stack and no secret. */
export interface Failure {
  readonly code: FailureCode;
  readonly message: string;
  readonly details?: Json;
  /** The step that the failure came from, where it is known. */
  readonly step?: string;
}

/** A run as it stands on disk. Times in epoch milliseconds. */
export interface RunRecord {
  readonly id: string;
  /** Order of acceptance. */
  readonly seq: number;
  readonly workflow: string;
  readonly tenant: string;
  readonly key: string;
  readonly eventId: string;
  readonly status: RunStatus;
  /** The integration's version that the run started on. */
  readonly version: string;
  readonly input: Json;
  readonly acceptedAt: number;
  /** Not begun before this time. */
  readonly notBefore: number;
  readonly finishedAt?: number;
  readonly reply?: Reply;
  readonly result?: Json;
  readonly error?: Failure;
}

export type JournalKind = 'step' | 'sleep' | 'now' | 'get' | 'set' | 'send' | 'save' | 'remove' | 'prune' | 'clear';

/** One journalled step of a run. */
export interface JournalEntry {
  readonly name: string;
  readonly kind: JournalKind;
  /** `sending`: a request that must not be sent twice is on its way; `error` is how the step fails where its process ends before it. */
  readonly status: 'completed' | 'failed' | 'retrying' | 'sending';
  readonly attempts: number;
  /** Absent where the step returned `undefined`. */
  readonly result?: Json;
  readonly error?: Failure;
  /** When it is tried again; only where it is retrying. */
  readonly nextAttemptAt?: number;
  readonly at: number;
}

/** One run with all that it did. */
export interface RunDetails extends RunRecord {
  readonly journal: readonly JournalEntry[];
}
