import type { EngineEvent, Failure } from '@flowright/runtime';
import type { Paint } from '../../diagnostics/render/colour.ts';
import { printable } from '../../diagnostics/render/printable.ts';
import type { DevEvent } from '../dev/dev-event.ts';
import { clock } from './clock.ts';
import { describeCall } from './describe-call.ts';
import { duration } from './duration.ts';
import { shorten } from './shorten.ts';

/** One event as a line: requests at the margin, runs below them, then steps, then calls. Undefined for what another line tells. */
export function renderEvent(event: DevEvent, paint: Paint, width: number): string | undefined {
  // The time, two spaces, and the deepest indentation.
  const text = describe(event, paint, Math.max(width - 24, 40));
  return text === undefined ? undefined : `${paint('dim', clock(event.at))}  ${text}`;
}

function describe(event: DevEvent, paint: Paint, width: number): string | undefined {
  switch (event.type) {
    case 'request':
      return `${paint('bold', '→')} ${event.method} ${printable(event.path)}`;
    case 'answer':
      return `${paint('bold', '←')} ${paint(event.status < 400 ? 'green' : 'red', String(event.status))} ${event.method} ${printable(event.path)}, after ${duration(event.durationMs)}`;
    case 'call':
      return `      ${describeCall(event.request, paint, width)}`;
    case 'log':
      return `${paint(event.level === 'error' ? 'red' : 'yellow', event.message)}${event.reason === undefined ? '' : `: ${shorten(event.reason, width)}`}`;
    default:
      return describeRun(event, paint, width);
  }
}

function describeRun(event: EngineEvent, paint: Paint, width: number): string | undefined {
  const run = `  ${paint('bold', event.workflow)} ${paint('dim', event.runId.slice(-6))}`;
  switch (event.type) {
    case 'records.saved':
      return `    ${paint('cyan', event.step)} saved ${count(event.records.length, event.model)}: ${String(event.added)} new, ${String(event.updated)} changed`;
    case 'records.removed':
      return `    ${paint('cyan', event.step)} removed ${count(event.ids.length, event.model)}`;
    case 'records.pruned':
      return `    ${paint('cyan', event.step)} pruned ${count(event.ids.length, event.model)}`;
    case 'run.accepted':
      return `${run}  ${paint('dim', shorten(event.input, width - 20))}`;
    case 'run.started':
      return event.resumed ? `${run} goes on` : undefined;
    case 'run.waiting':
      return `${run} waits for ${duration(event.until - event.at)} in ${event.step}`;
    case 'run.replied':
      return `${run} answers ${String(event.reply.status)} ${paint('dim', shorten(event.reply.body, width - 30))}`;
    case 'run.completed':
      return `${run} ${paint('green', 'completed')} in ${duration(event.durationMs)}`;
    case 'run.failed':
      return `${run} ${paint('red', 'failed')} after ${duration(event.durationMs)}${whereAndWhy(event.failure)}`;
    case 'step.started':
      return `    ${paint('cyan', event.step)}${event.attempt === 1 ? '' : `, try ${String(event.attempt)}`}`;
    case 'step.completed':
      return `    ${paint('cyan', event.step)} ${paint('green', 'done')} in ${duration(event.durationMs)}`;
    case 'step.retrying':
      return `    ${paint('cyan', event.step)} ${paint('yellow', `is tried again in ${duration(event.nextAttemptAt - event.at)}`)}: ${because(event.failure)}`;
    case 'step.failed':
      return `    ${paint('cyan', event.step)} ${paint('red', 'failed')}: ${because(event.failure)}`;
  }
}

/** The line of a step that failed has told why. */
function whereAndWhy(failure: Failure): string {
  return failure.step === undefined ? `: ${because(failure)}` : ` in ${failure.step}: ${failure.code}`;
}

function because({ code, message }: Failure): string {
  return `${code}, ${shorten(message, 200)}`;
}

function count(records: number, model: string): string {
  return `${String(records)} ${model}`;
}
