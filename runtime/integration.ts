import type { StepContext } from './context/context.ts';
import type { SettingRef, SystemDefinition } from './http/system.ts';
import type { Transport } from './http/transport.ts';
import type { Trigger } from './trigger/trigger.ts';

/** One workflow: what starts it and what it does. `Input` is the trigger's payload (a `Tick` for a schedule). */
export interface WorkflowDefinition<Clients, Input> {
  readonly trigger: Trigger<Input>;
  readonly run: (ctx: StepContext<Clients>, input: Input) => Promise<unknown>;
}

/** A whole integration as generated code declares it: all that an engine needs to run it. */
export interface IntegrationDefinition<Clients> {
  readonly name: string;
  /** Hash of the spec: a run finishes on the version that it started on. */
  readonly version: string;
  readonly systems: readonly SystemDefinition[];
  /** Every secret and setting that is read, for the check at start. */
  readonly settings: readonly SettingRef[];
  readonly clients: (transport: Transport) => Clients;
  readonly workflows: Readonly<Record<string, AnyWorkflow<Clients>>>;
}

/** A workflow whose input type is its own business: made by `workflow()`, which checks that trigger and function agree. */
export interface AnyWorkflow<Clients> {
  readonly trigger: Trigger<never>;
  readonly run: (ctx: StepContext<Clients>, input: never) => Promise<unknown>;
}
