import type { Expression } from '../expression/expression.ts';
import type { Type } from '../shape/type.ts';
import type { Planned } from './symbol.ts';
import type { StepPlan } from './step.ts';
import type { TriggerPlan } from './trigger.ts';

/** One workflow: an async function of a step context and the trigger's input. */
export interface WorkflowPlan extends Planned {
  readonly trigger: TriggerPlan;
  /** The parameter that holds the input, and its type; absent where no step reads it. */
  readonly input: { readonly name: string; readonly type: Type };
  /** The values of the connection, where some step reads them. */
  readonly metadata?: Type;
  /** The variables of systems that some step reads: name ← setting. */
  readonly connection?: readonly { readonly name: string; readonly setting: string }[];
  readonly checkpoint: readonly CheckpointField[];
  readonly steps: readonly StepPlan[];
}

/** A value that is remembered between runs. */
export interface CheckpointField {
  readonly name: string;
  readonly type: Type;
  readonly initial: Expression;
  /** Read at the start of a run: some step uses it. */
  readonly read: boolean;
}
