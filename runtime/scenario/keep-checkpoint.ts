import type { StepContext } from '../context/context.ts';
import type { Json } from '../context/json.ts';
import type { AnyWorkflow, IntegrationDefinition } from '../integration.ts';

/** What a workflow remembers between its runs, by the name that the spec gives it. */
export type Checkpoint = Readonly<Record<string, Json>>;

/** Generated code keeps the values of a checkpoint under these names. */
const PREFIX = 'checkpoint.';

/** The integration, with one workflow that begins at a checkpoint and tells how far it came. */
export interface Kept<Clients> {
  readonly integration: IntegrationDefinition<Clients>;
  checkpoint(): Checkpoint;
}

export function keepCheckpoint<Clients>(
  integration: IntegrationDefinition<Clients>,
  workflow: string,
  given: Checkpoint,
): Kept<Clients> {
  const values = new Map(Object.entries(given));
  const watched = (inner: AnyWorkflow<Clients>): AnyWorkflow<Clients> => ({
    ...inner,
    run: (ctx, input) => inner.run(watch(ctx, given, values), input),
  });
  const workflows = Object.entries(integration.workflows).map(
    ([id, inner]) => [id, id === workflow ? watched(inner) : inner] as const,
  );
  return {
    integration: { ...integration, workflows: Object.fromEntries(workflows) },
    checkpoint: () => Object.fromEntries(values),
  };
}

function watch<Clients>(ctx: StepContext<Clients>, given: Checkpoint, values: Map<string, Json>): StepContext<Clients> {
  return {
    runId: ctx.runId,
    eventId: ctx.eventId,
    tenant: ctx.tenant,
    key: ctx.key,
    startedAt: ctx.startedAt,
    log: ctx.log,
    run: (name, step, retry) => ctx.run(name, step, retry),
    sleep: (name, ms) => ctx.sleep(name, ms),
    now: (name) => ctx.now(name),
    get: async (name) =>
      (await ctx.get(name)) ?? (name.startsWith(PREFIX) ? given[name.slice(PREFIX.length)] : undefined),
    async set(name, value) {
      await ctx.set(name, value);
      if (name.startsWith(PREFIX)) values.set(name.slice(PREFIX.length), JSON.parse(JSON.stringify(value ?? null)));
    },
    send: (workflow, key, input, options) => ctx.send(workflow, key, input, options),
    all: (items, limit, each) => ctx.all(items, limit, each),
    respond: (reply) => ctx.respond(reply),
  };
}
