import { FatalError } from '../../context/errors.ts';
import { encode } from '../encode.ts';
import type { Kept } from '../encode.ts';
import { failureFrom } from '../failure.ts';
import type { RunOutcome } from '../engine.ts';
import type { Failure } from '../run.ts';
import { failedStepOf } from './failed-step.ts';
import type { Host } from './host.ts';
import { completed } from './inspector.ts';
import type { LiveRun } from './live-run.ts';
import { ANY_VERSION } from './open-inspector.ts';
import { RunContext } from './run-context.ts';
import { Slot } from './slot.ts';

/** How a run ended. */
export type RunEnd = Extract<RunOutcome, { kind: 'completed' | 'failed' }>;

/**
 * Executes a run that has its slot, from its journal on. Resolves when it is finished on disk; rejects with a
 * `Suspension` where its store failed, and never settles where the engine closes first.
 */
export async function executeRun<Clients>(host: Host<Clients>, live: LiveRun, resumed: boolean): Promise<RunEnd> {
  const { run } = live;
  const { store, clock, redactor } = host;
  const about = { runId: run.id, workflow: run.workflow, tenant: run.tenant };
  const began = clock.now();
  const slot = new Slot(host.queue);
  if (host.watched()) host.emit({ type: 'run.started', at: began, ...about, resumed });
  let kept: Kept | undefined;
  let failure: Failure | undefined;
  try {
    const context = new RunContext(host, run, resumed ? store.journal.of(run.seq) : [], slot);
    context.begin();
    try {
      const result = await workflowOf(host, live).run(context, run.input);
      if (context.overLimit !== undefined) throw context.overLimit;
      kept = keepResult(host, live, result);
    } catch (error) {
      failure = failureFrom(error, redactor, failedStepOf(error));
      if (failure.code === 'internal' && error instanceof Error)
        host.log.error({ ...about, stack: error.stack }, 'the workflow threw');
    }
    await context.finish(failure === undefined ? 'completed' : 'failed', kept?.text, failure);
  } finally {
    slot.free();
  }
  const at = clock.now();
  const durationMs = at - began;
  if (failure === undefined) {
    host.log.info({ ...about, durationMs }, 'run completed');
    if (host.watched()) host.emit({ type: 'run.completed', at, ...about, durationMs, result: kept?.value });
  } else {
    host.log.error(
      { ...about, durationMs, code: failure.code, reason: failure.message, step: failure.step },
      'run failed',
    );
    if (host.watched()) host.emit({ type: 'run.failed', at, ...about, durationMs, failure });
  }
  return failure === undefined ? completed(kept?.value) : { kind: 'failed', failure };
}

/**
 * The code of a run. A run of another version is failed rather than replayed over code that may take another way; a
 * retry puts it on the present one. (An engine that keeps old versions loaded would look them up here.)
 */
function workflowOf<Clients>(host: Host<Clients>, { run }: LiveRun) {
  const { integration } = host;
  if (run.version !== integration.version && run.version !== ANY_VERSION) {
    throw new FatalError(
      'version_changed',
      `the run started on version ${run.version} of ${integration.name}, this is version ${integration.version}; retry it to run its remaining steps on this one`,
      { started: run.version, current: integration.version },
    );
  }
  const found = Object.hasOwn(integration.workflows, run.workflow) ? integration.workflows[run.workflow] : undefined;
  if (found === undefined) throw new FatalError('internal', `${integration.name} has no workflow '${run.workflow}'`);
  return found;
}

/** All steps are done by now, so a result that cannot be kept must not fail the run: it is left out, and said so. */
function keepResult<Clients>(host: Host<Clients>, { run }: LiveRun, result: unknown): Kept | undefined {
  try {
    return encode(result, `the result of the workflow '${run.workflow}'`, host.redactor);
  } catch (error) {
    host.log.warn(
      { runId: run.id, workflow: run.workflow, reason: String(error) },
      'the result of the run is not kept',
    );
    return undefined;
  }
}
