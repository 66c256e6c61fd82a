import type { Expression } from '../../expression/expression.ts';
import type { SystemPlan } from '../../ir/system.ts';
import type { CheckpointField } from '../../ir/workflow.ts';
import type { StepPlan } from '../../ir/step.ts';
import type { Type } from '../../shape/type.ts';
import { emitAs, type Scope } from '../expressions/index.ts';
import * as s from '../syntax/index.ts';
import { withRunFields } from './run-fields.ts';

/** A text with values in it, as the pieces of a template. */
export type Pieces = readonly (string | s.ExpressionNode)[];

/** Where in the workflow function a step is written. */
export interface Flow {
  /** The block that the step's statements go to. */
  readonly scope: Scope;
  readonly systems: readonly SystemPlan[];
  /** The name of the step context. */
  readonly ctx: string;
  /** What tells the rounds of the loops around apart, outermost first. */
  readonly rounds: readonly Pieces[];
  /** Bindings that are declared before a branch, so that the branch only assigns them. */
  readonly declared: ReadonlySet<string>;
  /** Values that loops around carry, and what was worked out from them: TypeScript cannot infer the types of these in a circle. */
  readonly carried: Set<string>;
  /** Every name that some expression of the workflow reads. */
  readonly read: ReadonlySet<string>;
  /** Functions that the file needs besides the workflow's own, by the type that they check. */
  readonly checks: Map<string, { readonly name: string; readonly declaration: s.Declaration }>;
  /** What the variable `checkpoint` holds, where a step that moves it has to change the variable, too. */
  readonly checkpoint: readonly CheckpointField[];
  /** The steps behind this one in the same block. */
  readonly behind: readonly StepPlan[];
}

/** The expression as code of the block, where a value of a type is wanted. */
export function emitValue(expression: Expression, { scope, ctx }: Flow, wanted?: Type): s.ExpressionNode {
  return emitAs(withRunFields(expression, ctx), wanted ?? expression.type, scope);
}

/** `await ctx.name(…args)` */
export function awaitContext({ ctx }: Flow, name: string, args: readonly s.ExpressionNode[]): s.ExpressionNode {
  return s.awaited(s.method(s.identifier(ctx), name, args));
}

/** The step's name in the journal, with the rounds of the loops around: `createLine/${index}`. */
export function journalName(name: string, { rounds }: Flow): s.ExpressionNode {
  return s.template([name, ...rounds.flatMap((round) => ['/', ...round])]);
}

/** The same flow in a block within. */
export function within(flow: Flow, more: Partial<Flow> = {}): Flow {
  return { ...flow, scope: flow.scope.block(), ...more };
}
