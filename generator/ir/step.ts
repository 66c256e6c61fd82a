import type { Place } from '../diagnostics/place.ts';
import type { Expression, ObjectField } from '../expression/expression.ts';
import type { Type } from '../shape/type.ts';

interface Base {
  /** The name in the journal, unique in the workflow; inside loops the runtime adds the item's key. */
  readonly name: string;
  readonly place: Place;
  readonly note?: string;
}

/** A variable that a step binds. `hoisted`: it is read after the branch that binds it, so it is declared before the branch. */
export interface Binding {
  readonly name: string;
  readonly type: Type;
  readonly hoisted: boolean;
}

export type StepPlan =
  | CallPlan
  | BindPlan
  | GuardPlan
  | WhenPlan
  | ForEachPlan
  | ForEachPagePlan
  | SetPlan
  | RespondPlan
  | ReturnPlan
  | SleepPlan
  | PollPlan
  | StartPlan
  | SavePlan
  | RemovePlan
  | PrunePlan
  | CheckpointPlan
  | ClearPlan
  | StopPlan;

export interface CallPlan extends Base {
  readonly kind: 'call';
  readonly bind?: Binding;
  /** Ids of system and endpoint. */
  readonly system: string;
  readonly operation: string;
  readonly input: readonly ObjectField[];
  /** `body`: the answer; `items`: the items of all pages; `firstPage`: the answer of the first page. */
  readonly result: 'body' | 'items' | 'firstPage';
  /** What follows a failure: the first rule that fits counts; where it goes on, there is no result. */
  readonly onError?: readonly FailureRulePlan[];
  readonly walk?: WalkPlan;
  /** The last answer that was read, beside the items. */
  readonly lastPage?: Binding;
}

/** Which part of a list is walked: from a position on (of the kind that its pagination has), and at most so many items. */
export interface WalkPlan {
  readonly startAt?: Expression;
  readonly limit?: Expression;
}

/** What a loop leaves behind. */
export interface LoopResultPlan {
  readonly collect?: CollectPlan;
  readonly carry?: readonly CarryPlan[];
}

/** The values of all rounds as one list; missing ones are left out, and lists are joined where it is to be flat. */
export interface CollectPlan {
  readonly bind: Binding;
  readonly value: Expression;
  readonly flatten: boolean;
}

/** A value that goes from round to round: `state` holds it, each round reads it as `inner`. */
export interface CarryPlan {
  readonly state: string;
  readonly inner: string;
  readonly type: Type;
  readonly from: Expression;
  readonly next: Expression;
}

/** Leaves a loop: the innermost, or the one over this variable. */
export interface StopPlan extends Base {
  readonly kind: 'stop';
  readonly loop?: string;
}

export interface FailureRulePlan {
  readonly status?: number | `${1 | 2 | 3 | 4 | 5}xx`;
  readonly code?: string;
  readonly then: 'fail' | 'continue';
  readonly do: readonly StepPlan[];
}

export interface SleepPlan extends Base {
  readonly kind: 'sleep';
  readonly ms: number;
}

/** Calls until the answer says that it is done. Times in milliseconds. */
export interface PollPlan extends Base {
  readonly kind: 'poll';
  readonly bind: Binding;
  readonly call: Omit<CallPlan, 'bind'>;
  /** Sees the answer as the variable that the step binds. */
  readonly until: Expression;
  readonly everyMs: number;
  readonly timeoutMs: number;
  /** The failure where it takes longer. */
  readonly fail: string;
}

/** Starts another workflow; `scheduled`: one that the clock starts otherwise. */
export interface StartPlan extends Base {
  readonly kind: 'start';
  readonly workflow: string;
  readonly scheduled: boolean;
  readonly input?: Expression;
}

/** A pure step: a mapping, a gap, or a value. */
export interface BindPlan extends Base {
  readonly kind: 'bind';
  readonly bind: Binding;
  readonly value: Expression;
}

/** Ends the run with a failure code where `fails` holds. */
export interface GuardPlan extends Base {
  readonly kind: 'guard';
  readonly fails: Expression;
  readonly code: string;
  readonly message: Expression;
  /** What the failure carries beside code and message. */
  readonly details?: Expression;
}

export interface WhenPlan extends Base {
  readonly kind: 'when';
  readonly test: Expression;
  readonly then: readonly StepPlan[];
  readonly else: readonly StepPlan[];
}

export interface ForEachPlan extends Base, LoopResultPlan {
  readonly kind: 'forEach';
  readonly item: Binding;
  readonly in: Expression;
  /** What identifies an item in the journal; its position where absent. */
  readonly key?: Expression;
  readonly concurrency: number;
  readonly onError: 'fail' | 'skip';
  readonly do: readonly StepPlan[];
}

export interface ForEachPagePlan extends Base, LoopResultPlan {
  readonly kind: 'forEachPage';
  readonly page: Binding;
  readonly walk?: WalkPlan;
  /** The position of the next page. */
  readonly next?: Binding;
  readonly system: string;
  readonly operation: string;
  readonly input: readonly ObjectField[];
  readonly do: readonly StepPlan[];
}

/** A value that is worked out once and kept: in the run, for a time (milliseconds), or for ever. */
export interface SetPlan extends Base {
  readonly kind: 'set';
  readonly bind: Binding;
  readonly keep: { readonly for: 'ever' } | { readonly for: 'time'; readonly ms: number };
  readonly steps: readonly StepPlan[];
  readonly value: Expression;
}

export interface RespondPlan extends Base {
  readonly kind: 'respond';
  readonly status: number;
  readonly headers: readonly ObjectField[];
  readonly body?: Expression;
}

/** What a step does to the record store; it binds how many records it changed. */
interface OfRecords extends Base {
  readonly bind?: Binding;
  /** The model's id. */
  readonly model: string;
}

export interface SavePlan extends OfRecords {
  readonly kind: 'save';
  /** A list. */
  readonly records: Expression;
}

export interface RemovePlan extends OfRecords {
  readonly kind: 'remove';
  /** A list of texts and numbers. */
  readonly ids: Expression;
}

export interface PrunePlan extends OfRecords {
  readonly kind: 'prune';
}

/** Ends the run with a value. */
export interface ReturnPlan extends Base {
  readonly kind: 'return';
  readonly value: Expression;
}

export interface CheckpointPlan extends Base {
  readonly kind: 'checkpoint';
  readonly values: readonly ObjectField[];
}

/** Forgets the checkpoint. */
export interface ClearPlan extends Base {
  readonly kind: 'clear';
}
