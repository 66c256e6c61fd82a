import type { Paint } from '../../diagnostics/render/colour.ts';
import type { DevEvent } from '../dev/dev-event.ts';
import { renderEvent } from './dev-event.ts';

/** Turns the events of a session into lines, one after the other; remembers what a line need not say again. */
export function eventLines(paint: Paint, width: () => number): (event: DevEvent) => string | undefined {
  const retried = new Map<string, string>();
  /** Requests that are not answered yet, and whether a run was started since. */
  const open = new Map<string, boolean>();
  return (event) => {
    const line = renderEvent(event, paint, width());
    switch (event.type) {
      case 'step.retrying':
        retried.set(event.runId, event.step);
        return line;
      // A try that is put off is told once, by its step.
      case 'run.waiting':
        return retried.get(event.runId) === event.step ? undefined : line;
      case 'request':
        open.set(event.path, false);
        return line;
      case 'run.accepted':
        for (const path of open.keys()) open.set(path, true);
        return line;
      case 'answer': {
        const started = open.get(event.path) ?? true;
        open.delete(event.path);
        return started || event.status >= 400
          ? line
          : `${line ?? ''} ${paint('yellow', '(nothing was started: ignored, or taken before)')}`;
      }
      default:
        return line;
    }
  };
}
