import type { DevEvent } from './dev-event.ts';

/** How the runs and deliveries so far went. */
export interface Verdict {
  readonly completed: number;
  readonly failed: number;
  /** Requests that were answered with an error, and starts that were not possible. */
  readonly refused: number;
}

export const NOTHING_YET: Verdict = { completed: 0, failed: 0, refused: 0 };

/** The verdict with one more event. */
export function judge(verdict: Verdict, event: DevEvent): Verdict {
  switch (event.type) {
    case 'run.completed':
      return { ...verdict, completed: verdict.completed + 1 };
    case 'run.failed':
      return { ...verdict, failed: verdict.failed + 1 };
    case 'answer':
      return event.status < 400 ? verdict : { ...verdict, refused: verdict.refused + 1 };
    case 'log':
      return event.level === 'error' ? { ...verdict, refused: verdict.refused + 1 } : verdict;
    default:
      return verdict;
  }
}

/** Whether all that was asked for came about: something ran, and nothing failed. */
export function isGood({ completed, failed, refused }: Verdict): boolean {
  return completed > 0 && failed === 0 && refused === 0;
}
