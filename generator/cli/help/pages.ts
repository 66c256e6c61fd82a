import type { Output } from '../io.ts';

/** For where there is no terminal. */
const DEFAULT_WIDTH = 100;
/** Longer lines are hard to read. */
const MOST_WIDTH = 120;

/** Columns of the terminals for which help is written down: the usual one, none, and any that is wide enough. */
export const PAGE_WIDTHS = [80, DEFAULT_WIDTH, MOST_WIDTH] as const;

/** Columns that help may take. */
export function helpWidth({ columns = DEFAULT_WIDTH }: Pick<Output, 'columns'>): number {
  return Math.min(columns, MOST_WIDTH);
}

/** The file that holds the pages of a width, by the command that they are of: '' of all commands. */
export function pagesFile(width: number): string {
  return `pages-${width}.json`;
}
