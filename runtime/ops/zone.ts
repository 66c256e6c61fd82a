import { IANAZone } from 'luxon';
import { FatalError } from '../context/errors.ts';

/** A day and a time of day as a clock in a zone shows it. */
export interface ZonedParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/**
 * The point in time at which clocks in `zone` show `wall` (epoch milliseconds as though it were UTC). A time that a
 * clock change skips is read with the offset before it, one that comes twice is the first.
 */
export function localToEpoch(wall: number, zone: string): number {
  const known = knownZone(zone);
  const before = wall - offsetMs(known, wall - dayMs);
  const after = wall - offsetMs(known, wall + dayMs);
  // The offsets a day before and a day after are the only candidates: no zone changes its clocks twice in two days.
  if (before === after) return before;
  if (before + offsetMs(known, before) === wall) return before;
  return after + offsetMs(known, after) === wall ? after : before;
}

/** What the calendar in `zone` shows at a point in time. */
export function zonedParts(ms: number, zone: string): ZonedParts {
  const local = new Date(ms + offsetMs(knownZone(zone), ms));
  return { year: local.getUTCFullYear(), month: local.getUTCMonth() + 1, day: local.getUTCDate() };
}

/** The zone of an IANA name; `FatalError('invalid_input')` where there is none. Never the machine's own. */
export function knownZone(zone: string): IANAZone {
  const known = IANAZone.create(zone);
  if (!known.isValid) throw new FatalError('invalid_input', `'${zone}' is not an IANA time zone`);
  return known;
}

const dayMs = 86_400_000;

function offsetMs(zone: IANAZone, ms: number): number {
  return Math.round(zone.offset(ms) * 60_000);
}
