import { paintFor } from '../../diagnostics/render/colour.ts';
import type { CommandContext } from '../io.ts';
import { renderEvent } from '../render/dev-event.ts';
import { renderOutcome } from '../render/outcome.ts';
import { renderOverview } from '../render/overview.ts';
import type { CollectionState } from './collections.ts';
import type { DevListener } from './dev-event.ts';
import type { Overview } from './overview.ts';
import { isGood, type Verdict } from './verdict.ts';

/** Where `dev` tells what happens: lines for people, or JSON lines. */
export interface DevOutput {
  /** `lines`: whether the lines to try webhooks are of use. */
  readonly ready: (overview: Overview, options: { readonly now: number; readonly lines: boolean }) => void;
  readonly event: DevListener;
  readonly outcome: (verdict: Verdict, collections: readonly CollectionState[]) => void;
}

const WIDTH = 120;

export function devOutput({ io: { stdout }, json }: CommandContext): DevOutput {
  if (json) {
    const line = (value: unknown): void => void stdout.write(`${JSON.stringify(value)}\n`);
    return {
      ready: (overview) => line({ type: 'ready', ...overview }),
      event: line,
      outcome: (verdict, collections) =>
        line({
          type: 'outcome',
          ok: isGood(verdict),
          ...verdict,
          collections: Object.fromEntries(collections.map(({ name, items }) => [name, items])),
        }),
    };
  }
  const paint = paintFor(stdout);
  // A try that is put off is told once, by its step.
  const retried = new Map<string, string>();
  const width = (): number => stdout.columns ?? WIDTH;
  return {
    ready: (overview, options) => void stdout.write(renderOverview(overview, options, paint)),
    event(event) {
      if (event.type === 'step.retrying') retried.set(event.runId, event.step);
      if (event.type === 'run.waiting' && retried.get(event.runId) === event.step) return;
      const line = renderEvent(event, paint, width());
      if (line !== undefined) stdout.write(`${line}\n`);
    },
    outcome: (verdict, collections) => void stdout.write(renderOutcome(verdict, collections, paint, width())),
  };
}
