import type { Place } from '../../diagnostics/place.ts';
import type { Expression } from '../../expression/expression.ts';
import type { Scope } from '../../expression/scope.ts';
import type { StepPlan } from '../../ir/step.ts';
import type { Type } from '../../shape/type.ts';
import type { CheckedOperation } from '../endpoints/checked-operation.ts';
import type { Integration } from '../integration-scope.ts';
import { claimName } from '../names.ts';

/** What all steps of one workflow share. The sets grow while the check goes on. */
export interface WorkflowContext {
  readonly id: string;
  readonly integration: Integration;
  /** Endpoints that could be checked; the ids of all, for references. */
  readonly operations: ReadonlyMap<string, CheckedOperation>;
  readonly endpoints: ReadonlySet<string>;
  readonly checkpoint: ReadonlyMap<string, Type>;
  /** The model of what another workflow takes: a payload, or an input. */
  readonly inputOf: (workflow: string) => string | undefined;
  /** What the caller of a manual workflow gets, where the trigger says it. */
  readonly output: Type | undefined;
  /** The loops around, outermost first. */
  readonly loops: readonly LoopContext[];
  /** Variables in use. */
  readonly taken: Set<string>;
  /** Names in the journal. */
  readonly journal: Set<string>;
  /** The id of the spec behind a variable, and where it stands. */
  readonly ids: Map<string, { readonly id: string; readonly place: Place }>;
  /** Variables that are read after the branch that binds them, and what they may hold then. */
  readonly hoisted: Map<string, Type>;
}

/** A loop around a step. */
export interface LoopContext {
  /** What the spec calls its item, and the variable that holds it. */
  readonly id: string;
  readonly variable: string;
  /** Several items are worked on at once. */
  readonly concurrent: boolean;
}

/** What a step leaves to the steps after it. */
export interface StepResult {
  readonly steps: readonly StepPlan[];
  readonly scope: Scope;
  /** What it binds: id in the spec, the variable and its type. */
  readonly bound: readonly BoundStep[];
}

export interface BoundStep {
  readonly id: string;
  readonly variable: Extract<Expression, { kind: 'name' }>;
}

/** A name for the journal that no other step of the workflow has. */
export function journalName(wanted: string, context: WorkflowContext): string {
  let name = wanted;
  for (let count = 2; context.journal.has(name); count += 1) name = `${wanted}-${String(count)}`;
  context.journal.add(name);
  return name;
}

/** A variable that no other part of the workflow has. */
export function claimVariable(wanted: string, context: WorkflowContext): string {
  return claimName(wanted, context.taken);
}
