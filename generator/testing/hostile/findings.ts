import { describeChange, type Change } from './change.ts';

/** What came of many changes. */
export interface Findings {
  readonly positions: number;
  /** A text in a place. */
  tried: number;
  /** Refused by the check. */
  refused: number;
  /** Built, several at once. */
  built: number;
  readonly problems: string[];
}

export function noFindings(positions: number): Findings {
  return { positions, tried: 0, refused: 0, built: 0, problems: [] };
}

export function problem(said: string, changes: readonly Change[]): string {
  return `${said.slice(0, 800)}\n  ${changes.map(describeChange).join('\n  ')}`;
}

export function reasonOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
