import type { Usage } from '../lock/gap-lock.ts';
import type { RenderedPrompt } from '../prompt/rendered-prompt.ts';
import type { FailureCode } from './failure-code.ts';

/** Asks a model. */
export interface Provider {
  readonly name: string;
  /** Never rejects: what goes wrong is an answer of kind `failed`. */
  readonly ask: (request: ModelRequest, signal?: AbortSignal) => Promise<ModelAnswer>;
}

export interface ModelRequest {
  /** Which gap it is for, so that a reply can be recorded beside its others; no part of what is sent. */
  readonly integration: string;
  readonly gap: string;
  readonly model: string;
  /** Most tokens of the answer. */
  readonly maxTokens: number;
  readonly prompt: RenderedPrompt;
  /** Which of several askings of the same prompt this is, from 0; no part of what is sent. */
  readonly repeat: number;
}

export type ModelAnswer = Answered | Failed;

/** A reply that arrived. */
export interface Answered {
  readonly kind: 'answered';
  readonly text: string;
  readonly stop: 'end' | 'truncated' | 'refused';
  readonly model: string;
  readonly via: string;
  readonly usage: Usage;
  /** Milliseconds; absent for a recording without it. */
  readonly latency?: number;
}

/** An ask that brought no reply. */
export interface Failed {
  readonly kind: 'failed';
  readonly code: FailureCode;
  /** What went wrong, as a clause: the message of the diagnostic (`failureDiagnostic`). */
  readonly message: string;
  /** What to do about it, where that is more than the diagnostic says of itself. */
  readonly fix?: string;
  /** Tokens that were paid for nonetheless. */
  readonly usage: Usage;
  /** Nothing that is tried later can succeed either: a wrong key, a budget. */
  readonly fatal: boolean;
}
