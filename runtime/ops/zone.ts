import { IANAZone } from 'luxon';
import { FatalError } from '../context/errors.ts';

/**
 * The point in time at which clocks in `zone` show `wall` (epoch milliseconds as though it were UTC). A time that a
 * clock change skips is read with the offset before it, one that comes twice is the first.
 */
export function localToEpoch(wall: number, zone: string): number {
  if (isUtc(zone)) return wall;
  const before = wall - offsetMs(zone, wall - dayMs);
  const after = wall - offsetMs(zone, wall + dayMs);
  // The offsets a day before and a day after are the only candidates: no zone changes its clocks twice in two days.
  if (before === after) return before;
  if (before + offsetMs(zone, before) === wall) return before;
  return after + offsetMs(zone, after) === wall ? after : before;
}

/** What clocks in `zone` show at a point in time, as epoch milliseconds as though the zone were UTC. */
export function epochToLocal(ms: number, zone: string): number {
  return isUtc(zone) ? ms : ms + offsetMs(zone, ms);
}

/** The zone of an IANA name; `FatalError('invalid_input')` where there is none. Never the machine's own. */
export function knownZone(zone: string): IANAZone {
  const known = IANAZone.create(zone);
  if (!known.isValid) throw new FatalError('invalid_input', `'${zone}' is not an IANA time zone`);
  return known;
}

export function isUtc(zone: string): boolean {
  return zone === 'utc' || zone === 'UTC';
}

const dayMs = 86_400_000;

/** Days whose offset is remembered, per zone: records of one run are mostly of a few days. */
const mostDays = 1000;

/** By zone: the one offset of a day (in UTC, counted from 1970), or NaN for a day on which the clocks change. */
const offsets = new Map<string, Map<number, number>>();

/** Asking the zone takes microseconds, so the answer is kept for the day where it holds all day. */
function offsetMs(zone: string, ms: number): number {
  const day = Math.floor(ms / dayMs);
  const offset = offsets.get(zone)?.get(day) ?? learn(zone, day);
  return Number.isNaN(offset) ? exactOffsetMs(knownZone(zone), ms) : offset;
}

/** No zone changes its clocks twice in a day: where both ends agree, all of it does. */
function learn(zone: string, day: number): number {
  const known = knownZone(zone);
  const start = exactOffsetMs(known, day * dayMs);
  const offset = start === exactOffsetMs(known, (day + 1) * dayMs) ? start : Number.NaN;
  const days = offsets.get(zone) ?? new Map<number, number>();
  if (days.size >= mostDays) days.clear();
  offsets.set(zone, days.set(day, offset));
  return offset;
}

function exactOffsetMs(zone: IANAZone, ms: number): number {
  return Math.round(zone.offset(ms) * 60_000);
}
