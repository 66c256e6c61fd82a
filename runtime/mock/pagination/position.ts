import type { StoredItem } from '../collections.ts';
import type { Listing } from './page-cut.ts';

/** The matching items after a position. Positions are for good, so writes between two pages move nothing. */
export function itemsAfter(listing: Listing, position: number): readonly StoredItem[] {
  return listing.matching.filter((item) => (listing.newestFirst ? item.position < position : item.position > position));
}

/** A position as an opaque cursor. */
export function writePosition(position: number): string {
  return Buffer.from(`after:${position}`).toString('base64url');
}

/** The position in an opaque cursor; `undefined` where it is none. */
export function readPosition(cursor: unknown): number | undefined {
  if (typeof cursor !== 'string') return undefined;
  const digits = /^after:(?<digits>\d+)$/u.exec(Buffer.from(cursor, 'base64url').toString())?.groups?.['digits'];
  return digits === undefined ? undefined : Number(digits);
}
