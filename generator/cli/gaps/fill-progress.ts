import type { FillEvent } from '../../gap/fill/fill-event.ts';
import type { FillEnd } from '../../gap/fill/fill-outcome.ts';
import type { FillTarget } from '../../gap/fill/fill-target.ts';
import { addSpending, NOTHING, type Spending } from '../../gap/fill/spending.ts';
import type { GapProblem } from '../../gap/problem.ts';

/** Where the filling of one gap is. */
export interface FillRow {
  readonly target: FillTarget;
  readonly doing: string;
  readonly attempt: number;
  /** Of this run and of the one before it that it goes on with. */
  readonly spent: Spending;
  /** Milliseconds of the clock; absent before and after. */
  readonly begun?: number;
  readonly ended?: number;
  readonly end?: FillEnd;
}

/** Where the filling of all of them is. */
export interface FillProgress {
  readonly rows: ReadonlyMap<FillTarget, FillRow>;
  /** What holds for all: a batch that is waited for, a provider that wants a pause. */
  readonly note: string;
}

export function beginProgress(targets: readonly FillTarget[]): FillProgress {
  const rows = targets.map((target): FillRow => ({ target, doing: 'waiting', attempt: 0, spent: NOTHING }));
  return { rows: new Map(rows.map((row) => [row.target, row])), note: '' };
}

/** The same after this event, which happened at `now`. */
export function follow(progress: FillProgress, event: FillEvent, now: number): FillProgress {
  if (event.type === 'batch') return { ...progress, note: batchNote(event) };
  if (event.type === 'waiting') {
    return { ...progress, note: `${event.reason}; asking again in ${String(Math.ceil(event.milliseconds / 1000))} s` };
  }
  const target = event.type === 'ended' ? event.outcome.target : event.target;
  const row = progress.rows.get(target);
  if (row === undefined) return progress;
  const next = { ...(event.type !== 'ended' && { begun: now }), ...row, ...change(row, event, now) };
  return { note: event.type === 'answered' ? '' : progress.note, rows: new Map(progress.rows).set(target, next) };
}

function change(row: FillRow, event: Exclude<FillEvent, { type: 'batch' | 'waiting' }>, now: number): Partial<FillRow> {
  switch (event.type) {
    case 'asking':
      return { doing: ASKING[event.why], attempt: event.attempt };
    case 'answered': {
      const { input = 0, output = 0 } = event.usage;
      const spent = addSpending(row.spent, { asks: 1, input, output, cost: event.cost });
      return { spent, doing: event.resumed ? 'reply of an earlier run' : 'answered' };
    }
    case 'judging':
      return { doing: 'checking' };
    case 'rejected':
      return { doing: `${failedChecks(event.problems)} failed` };
    case 'truncated':
      return { doing: `cut off at ${String(event.maxTokens)} tokens` };
    case 'lost':
      return { doing: 'asking; one reply may be lost' };
    case 'ended': {
      const { end, paid, resumed } = event.outcome;
      return { end, doing: ENDED[end.kind], spent: addSpending(paid, resumed), ended: now };
    }
  }
}

const ASKING = { first: 'asking', repair: 'asking for a repair', longer: 'asking for all of it' } as const;

export const ENDED: Readonly<Record<FillEnd['kind'], string>> = {
  filled: 'filled',
  gaveUp: 'given up',
  contradiction: 'contradiction',
  refused: 'refused',
  truncated: 'cut off',
  failed: 'no answer',
  left: 'left',
  unwritten: 'not written',
  crashed: 'failed',
};

/** `static check, types`: which checks a body failed. */
function failedChecks(problems: readonly GapProblem[]): string {
  return [...new Set(problems.map(({ check }) => check))].join(', ');
}

function batchNote({ id, resumed, counts }: Extract<FillEvent, { type: 'batch' }>): string {
  const { processing, succeeded, errored, canceled, expired } = counts;
  const parts = [
    `${String(succeeded)} answered`,
    `${String(processing)} to come`,
    ...(errored + canceled + expired > 0 ? [`${String(errored + canceled + expired)} without an answer`] : []),
  ];
  return `${resumed ? 'going on with batch' : 'batch'} ${id}: ${parts.join(', ')}`;
}
