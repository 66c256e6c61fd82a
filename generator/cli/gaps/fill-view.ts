import { paintFor, type Paint } from '../../diagnostics/render/colour.ts';
import { printable } from '../../diagnostics/render/printable.ts';
import type { FillEvent } from '../../gap/fill/fill-event.ts';
import { gapName, type FillTarget } from '../../gap/fill/fill-target.ts';
import type { CommandContext, Output } from '../io.ts';
import { duration } from '../render/duration.ts';
import { fillLines } from './fill-lines.ts';
import { beginProgress, follow, type FillProgress } from './fill-progress.ts';
import { dollars, tokens } from './money.ts';

/** Shows filling as it happens, on standard error: a picture that changes on a terminal, a line for each event elsewhere. */
export interface FillView {
  readonly tell: (event: FillEvent) => void;
  /** Takes the picture away; the result says the rest. */
  readonly end: () => void;
}

export function openFillView(targets: readonly FillTarget[], { io, json }: CommandContext): FillView {
  if (json) return { tell: () => undefined, end: () => undefined };
  const paint = paintFor(io.stderr);
  return io.stderr.isTTY === true ? liveView(targets, io.stderr, paint) : plainView(targets, io.stderr);
}

/** Times are seen to go on while nothing else happens. */
const REFRESH = 500;

function liveView(targets: readonly FillTarget[], stream: Output, paint: Paint): FillView {
  const begun = Date.now();
  let progress = beginProgress(targets);
  let drawn = 0;
  // One write for each picture, so that no half of one is seen.
  const clear = (): string => (drawn === 0 ? '' : `\u001B[${String(drawn)}A\r\u001B[J`);
  const draw = (): void => {
    // The last column stays free: writing there makes some terminals begin a line.
    const canvas = { width: (stream.columns ?? 80) - 1, height: stream.rows ?? 24, now: Date.now(), begun };
    const lines = fillLines(progress, canvas, paint);
    stream.write(`${clear()}${lines.map((one) => `${one}\n`).join('')}`);
    drawn = lines.length;
  };
  const timer = setInterval(draw, REFRESH);
  draw();
  return {
    tell(event) {
      progress = follow(progress, event, Date.now());
      draw();
    },
    end() {
      clearInterval(timer);
      stream.write(clear());
      drawn = 0;
    },
  };
}

function plainView(targets: readonly FillTarget[], stream: Output): FillView {
  let progress = beginProgress(targets);
  let note = '';
  return {
    tell(event) {
      const before = progress;
      progress = follow(progress, event, Date.now());
      if (progress.note !== note && progress.note !== '') stream.write(`${printable(progress.note)}\n`);
      note = progress.note;
      const line = plainLine(before, progress, event);
      if (line !== undefined) stream.write(`${line}\n`);
    },
    end: () => undefined,
  };
}

/** `shop grade: asking, try 1`, and at the end what it took. */
function plainLine(before: FillProgress, after: FillProgress, event: FillEvent): string | undefined {
  if (event.type === 'batch' || event.type === 'waiting' || event.type === 'judging') return undefined;
  const target = event.type === 'ended' ? event.outcome.target : event.target;
  const row = after.rows.get(target);
  if (row === undefined || row.doing === before.rows.get(target)?.doing) return undefined;
  const parts =
    row.end === undefined
      ? [row.doing, ...(event.type === 'asking' ? [`try ${String(row.attempt)}`] : [])]
      : [
          row.doing,
          ...(row.spent.asks > 0 ? [dollars(row.spent.cost), tokens(row.spent.input, row.spent.output)] : []),
          ...(row.begun === undefined || row.ended === undefined ? [] : [duration(row.ended - row.begun)]),
        ];
  return `${printable(gapName(target))}: ${parts.filter((part) => part !== '').join(', ')}`;
}
