import { GapFuelError } from './errors.ts';

/** The longest text or list that a fill may ask for by its length. */
const LONGEST = 1_000_000;

/** A length as it is, or {@link GapFuelError} above a million. */
export function limited(length: number): number {
  if (length > LONGEST) throw new GapFuelError(`a length of ${String(length)} is more than 1,000,000`);
  return length;
}
