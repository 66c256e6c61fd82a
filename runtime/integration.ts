import type { StepContext } from './context/context.ts';
import type { SettingRef, SystemDefinition } from './http/system.ts';
import type { Transport } from './http/transport.ts';
import type { ManualTrigger, ScheduleTrigger, Tick, Trigger, WebhookTrigger } from './trigger/trigger.ts';

/** One workflow: what starts it and what it does. `Input` is the trigger's payload (a `Tick` for a schedule). */
export type WorkflowDefinition<Clients, Input> =
  | {
      readonly trigger: WebhookTrigger<Input> | ManualTrigger<Input>;
      readonly run: (ctx: StepContext<Clients>, input: Input) => Promise<unknown>;
    }
  | ScheduledWorkflow<Clients>;

export interface ScheduledWorkflow<Clients> {
  readonly trigger: ScheduleTrigger;
  readonly run: (ctx: StepContext<Clients>, tick: Tick) => Promise<unknown>;
}

/** A workflow whose input type is its own business: made by `workflow()`, which checks that trigger and function agree. */
export interface AnyWorkflow<Clients> {
  readonly trigger: Trigger<unknown>;
  run(ctx: StepContext<Clients>, input: unknown): Promise<unknown>;
}

/** A whole integration as generated code declares it: all that an engine needs to run it. */
export interface IntegrationDefinition<Clients> {
  readonly name: string;
  /** Hash of the spec: a run finishes on the version that it started on. */
  readonly version: string;
  readonly systems: readonly SystemDefinition[];
  /** Every secret and setting that is read, for the check at start. */
  readonly settings: readonly SettingRef[];
  /** The setting that holds the values of the connection, as JSON. */
  readonly metadata?: { readonly setting: string };
  /** The models of which records are kept, and where each has its id. */
  readonly records?: Readonly<Record<string, { readonly id: readonly string[] }>>;
  readonly clients: (transport: Transport) => Clients;
  readonly workflows: Readonly<Record<string, AnyWorkflow<Clients>>>;
  /** Bounds of one run. */
  readonly limits?: { readonly requests: number };
}

/** Returns `definition`; checks at compile time that what the trigger yields is what the function takes. */
export function workflow<Clients, Input>(definition: WorkflowDefinition<Clients, Input>): AnyWorkflow<Clients> {
  return definition;
}

/** Returns `definition`; checks at compile time that every workflow takes the clients that the integration makes. */
export function defineIntegration<Clients>(definition: IntegrationDefinition<Clients>): IntegrationDefinition<Clients> {
  return definition;
}
