import { FatalError } from '../context/errors.ts';
import type { Json } from '../context/json.ts';
import type { Engine } from '../engine/engine.ts';
import { failureFrom } from '../engine/failure.ts';
import type { Failure } from '../engine/run.ts';
import type { IntegrationDefinition } from '../integration.ts';
import { createRedactor } from '../settings/redactor.ts';
import { startIntegration } from './start-integration.ts';
import type { RunningIntegration, StartIntegrationOptions } from './start-integration.ts';

export interface RunWorkflowOptions extends Omit<StartIntegrationOptions, 'schedules' | 'port' | 'hostname'> {
  readonly workflow: string;
  /** The input of a start by hand, or the payload of a webhook; a schedule takes none. */
  readonly input?: unknown;
  /** Called before the run begins: to watch the engine, or to give the store what it is to hold. */
  readonly prepare?: (running: RunningIntegration) => Promise<void> | void;
  /** Called once the run is over and before the engine closes. */
  readonly finish?: (running: RunningIntegration) => Promise<void> | void;
  /** How long what still runs may take once the run is over; at once where absent. */
  readonly graceMs?: number;
}

/** How a run ended. An input that does not fit is a failure with `invalid_input`, and there is no run. */
export type WorkflowEnd =
  | { readonly status: 'completed'; readonly runId: string; readonly result?: Json }
  | { readonly status: 'failed'; readonly runId?: string; readonly failure: Failure };

/** Runs one workflow of an integration once, to its end, and closes the engine. Schedules do not fire. */
export async function runWorkflow<Clients>(
  integration: IntegrationDefinition<Clients>,
  { workflow, input, prepare, finish, graceMs = 0, ...options }: RunWorkflowOptions,
): Promise<WorkflowEnd> {
  const running = await startIntegration(integration, { ...options, schedules: false });
  try {
    await prepare?.(running);
    const scheduled =
      Object.hasOwn(integration.workflows, workflow) && integration.workflows[workflow]?.trigger.kind === 'schedule';
    const end = await runToEnd(running.engine, workflow, () =>
      scheduled ? running.engine.fire(workflow) : running.engine.start(workflow, input),
    );
    await finish?.(running);
    return end;
  } finally {
    await running.close(graceMs);
  }
}

/** Starts a run and waits for its end. */
async function runToEnd(
  engine: Engine,
  workflow: string,
  start: () => Promise<{ readonly runId: string }>,
): Promise<WorkflowEnd> {
  const ended = new Map<string, WorkflowEnd>();
  let runId: string | undefined;
  const { promise, resolve } = Promise.withResolvers<WorkflowEnd>();
  const settle = (): void => {
    const end = runId === undefined ? undefined : ended.get(runId);
    if (end !== undefined) resolve(end);
  };
  const forget = engine.onEvent((event) => {
    if (event.workflow !== workflow) return;
    if (event.type === 'run.completed') {
      const result = event.result === undefined ? {} : { result: engine.show(event.runId)?.result ?? null };
      ended.set(event.runId, { status: 'completed', runId: event.runId, ...result });
    } else if (event.type === 'run.failed')
      ended.set(event.runId, { status: 'failed', runId: event.runId, failure: event.failure });
    settle();
  });
  try {
    ({ runId } = await start());
    settle();
    return await promise;
  } catch (error) {
    if (!(error instanceof FatalError)) throw error;
    return { status: 'failed', failure: failureFrom(error, createRedactor([])) };
  } finally {
    forget();
  }
}
