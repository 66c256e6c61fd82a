import { paintFor } from '../../diagnostics/render/colour.ts';
import type { CommandContext } from '../io.ts';
import { eventLines } from '../render/event-lines.ts';
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
  const width = (): number => stdout.columns ?? WIDTH;
  const lineOf = eventLines(paint, width);
  return {
    ready: (overview, options) => void stdout.write(renderOverview(overview, options, paint)),
    event(event) {
      const line = lineOf(event);
      if (line !== undefined) stdout.write(`${line}\n`);
    },
    outcome: (verdict, collections) => void stdout.write(renderOutcome(verdict, collections, paint, width())),
  };
}
