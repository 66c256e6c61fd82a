import type { Issue } from '../context/issue.ts';
import { type Place, renderPlace } from './place.ts';

/** Nobody reads more, and a large list of wrong items must not cost as much again in messages. */
export const mostIssues = 100;

/**
 * Notes that something is wrong at a place, unless `mostIssues` are noted already. Answers false, for
 * `return report(…)`. The message says what is expected, never the value: it may be personal or secret.
 */
export function report(issues: Issue[], at: Place, message: string): false {
  if (issues.length < mostIssues) issues.push({ path: renderPlace(at), message });
  return false;
}

/** True where more checks could note nothing: a loop over items may stop. */
export function isFull(issues: readonly Issue[]): boolean {
  return issues.length >= mostIssues;
}
