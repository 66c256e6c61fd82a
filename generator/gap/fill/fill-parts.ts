import type { GapContract } from '../contract/contract.ts';
import type { Provenance } from '../lock/gap-lock.ts';
import type { GapProblem } from '../problem.ts';
import type { RenderedPrompt } from '../prompt/rendered-prompt.ts';
import type { ModelRequest, Provider } from '../provider/provider.ts';
import type { Budget } from './budget.ts';
import type { FillEvent } from './fill-event.ts';
import type { FillTarget } from './fill-target.ts';
import type { Journal } from './journal.ts';
import type { PriceOf } from './spending.ts';

/** What filling is made of. Each part is replaced in tests; which ones there are, the command decides. */
export interface FillParts {
  readonly provider: Provider;
  readonly model: string;
  /** Most tokens of a reply; one that is cut off is asked for once more with twice as many. */
  readonly maxTokens: number;
  readonly render: (target: FillTarget) => Promise<RenderedPrompt>;
  /** The original prompt, the latest reply and what is wrong with it; nothing of the tries before. */
  readonly renderRepair: (target: FillTarget, body: string, problems: readonly GapProblem[]) => Promise<RenderedPrompt>;
  readonly read: (text: string) => FillReply;
  readonly judge: (code: string, contract: GapContract) => Promise<Judged>;
  /** Writes body and lock, or nothing. */
  readonly save: (target: FillTarget, accepted: Accepted, provenance: Provenance) => Promise<void>;
  /** Tokens that a request takes in, at least as many as will be counted. */
  readonly tokens: (request: ModelRequest) => number;
  /** Of the model. */
  readonly price: PriceOf;
  /** Replies of this provider cost nothing: recordings. */
  readonly free: boolean;
  readonly budget: Budget;
  /** Undefined where nothing is paid for. */
  readonly journal: Journal | undefined;
  /** Keys of replies in the journal that a batch of this run has brought: this run pays for them. */
  readonly batched: ReadonlySet<string>;
  readonly tell: (event: FillEvent) => void;
  readonly signal: AbortSignal;
  /** False once the provider has said that nobody will get an answer: what has arrived is still used. */
  readonly isReachable?: () => boolean;
}

/** What a reply says. */
export type FillReply =
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'contradiction'; readonly reason: string }
  | { readonly kind: 'problems'; readonly problems: readonly GapProblem[] };

/** A body that passed everything. */
export interface Accepted {
  /** As it is kept. */
  readonly body: string;
  /** As it was tested, and is emitted. */
  readonly file: string;
}

export type Judged =
  | ({ readonly ok: true } & Accepted)
  | { readonly ok: false; readonly problems: readonly GapProblem[] };
