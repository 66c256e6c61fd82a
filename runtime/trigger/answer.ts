import type { Reply } from '../context/context.ts';
import { type FatalError, PayloadError } from '../context/errors.ts';
import type { RunOutcome } from '../engine/engine.ts';
import type { Failure } from '../engine/run.ts';
import { failureStatus } from './failure-status.ts';

/** A problem of the request itself, as JSON. */
export function problem(
  status: number,
  code: string,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return json(status, { error: { code, message } }, headers);
}

/** What a workflow replied. A text goes out as text, anything else as JSON. */
export function replied({ status, headers, body }: Reply): Response {
  // These statuses must not have a body.
  if (body === undefined || status === 204 || status === 205 || status === 304)
    return new Response(null, { status, headers: { ...headers } });
  if (typeof body === 'string')
    return new Response(body, { status, headers: { 'content-type': 'text/plain; charset=utf-8', ...headers } });
  return json(status, body, headers);
}

/** How a run stands, for the caller that waited for it. */
export function answered(runId: string, outcome: RunOutcome): Response {
  switch (outcome.kind) {
    case 'replied':
      return replied(outcome.reply);
    case 'completed':
      return json(200, { runId, status: 'completed' });
    case 'failed':
      return failed(outcome.failure, runId);
    case 'pending':
      return accepted(runId);
  }
}

export function accepted(runId: string): Response {
  return json(202, { runId });
}

/** An error that the trigger's own code threw: a payload that does not fit, or a failure with a code. */
export function refused(error: PayloadError | FatalError): Response {
  const issues = error instanceof PayloadError ? { issues: error.issues } : {};
  return json(failureStatus(error.code), { error: { code: error.code, message: error.message, ...issues } });
}

/**
 * The caller learns the code and the message, and the details that a guard gives; those of a failed step, and the message
 * of an unknown error, stay in the run, since they may tell of the inside.
 */
function failed({ code, message, details, step }: Failure, runId: string): Response {
  const told = code === 'internal' ? 'the workflow failed' : message;
  const more = code === 'internal' || step !== undefined || details === undefined ? {} : { details };
  return json(failureStatus(code), { error: { code, message: told, ...more }, runId });
}

function json(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });
}
