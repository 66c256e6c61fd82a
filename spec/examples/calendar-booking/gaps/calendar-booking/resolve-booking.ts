// The gap 'resolveBooking' of calendar-booking; its types are the spec's, written anew with each fill.
// 'flowright gaps verify' tests the body, 'flowright gaps adopt' accepts what was changed in it.

interface Claim {
  readonly end: string;
  readonly id: string;
  readonly organiser: string;
  readonly priority: number;
  readonly requested_at: string;
  readonly start: string;
}

interface Held {
  readonly end: string;
  readonly id: string;
  readonly movable: boolean;
  readonly organiser: string;
  readonly priority: number;
  readonly requested_at: string;
  readonly start: string;
}

interface Verdict {
  decision: 'book' | 'displace' | 'decline';
  events: string[];
  reason: 'free' | 'won' | 'blocked' | 'tooMany' | 'invalid';
}

export interface ResolveBookingInput {
  readonly events: readonly Held[];
  readonly request: Claim;
}

export type ResolveBookingOutput = Verdict;

// The body:

interface Moment {
  readonly seconds: number;
  readonly fraction: string;
}

interface InTheWay {
  readonly id: string;
  readonly start: Moment;
  readonly sameOrganiser: boolean;
  readonly wins: boolean;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) {
    const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
    return leap ? 29 : 28;
  }
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function withoutTrailingZeros(digits: string): string {
  let length = digits.length;
  while (length > 0 && digits.charAt(length - 1) === '0') {
    length -= 1;
  }
  return digits.slice(0, length);
}

function parseOffsetMinutes(zone: string): number | null {
  if (zone === '' || zone === 'Z' || zone === 'z') {
    return 0;
  }
  const match = /^([+-])(\d{2}):(\d{2})$/.exec(zone);
  if (match === null) {
    return null;
  }
  const hours = Number(match[2] ?? '');
  const minutes = Number(match[3] ?? '');
  if (hours > 23 || minutes > 59) {
    return null;
  }
  const total = hours * 60 + minutes;
  return match[1] === '-' ? -total : total;
}

// The moment of an RFC 3339 date-time, to its last decimal; null if it is none.
function parseMoment(value: string): Moment | null {
  const text = value.trim();
  const head = /^(\d{4})-(\d{2})-(\d{2})[Tt ](\d{2}):(\d{2}):(\d{2})/.exec(text);
  if (head === null) {
    return null;
  }
  const year = Number(head[1] ?? '');
  const month = Number(head[2] ?? '');
  const day = Number(head[3] ?? '');
  const hour = Number(head[4] ?? '');
  const minute = Number(head[5] ?? '');
  const second = Number(head[6] ?? '');
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) {
    return null;
  }
  if (hour > 23 || minute > 59 || second > 60) {
    return null;
  }

  const rest = text.slice(19);
  const decimals = /^\.(\d+)/.exec(rest);
  const digits = decimals === null ? '' : (decimals[1] ?? '');
  const zone = decimals === null ? rest : rest.slice(digits.length + 1);
  const offset = parseOffsetMinutes(zone);
  if (offset === null) {
    return null;
  }

  // All moments are shifted by 400 years (one full calendar cycle), because
  // Date.UTC reads the years 0 to 99 as 1900 to 1999. Their order stays.
  const shifted = Date.UTC(year + 400, month - 1, day, hour, minute, second);
  return {
    seconds: shifted / 1000 - offset * 60,
    fraction: withoutTrailingZeros(digits),
  };
}

function compareTexts(a: string, b: string): number {
  if (a < b) {
    return -1;
  }
  return a > b ? 1 : 0;
}

function compareMoments(a: Moment, b: Moment): number {
  if (a.seconds !== b.seconds) {
    return a.seconds < b.seconds ? -1 : 1;
  }
  return compareTexts(a.fraction, b.fraction);
}

function isEarlier(a: Moment | null, b: Moment | null): boolean {
  return a !== null && b !== null && compareMoments(a, b) < 0;
}

function sortedIds(bookings: readonly InTheWay[]): string[] {
  return [...bookings]
    .sort((a, b) => {
      const byStart = compareMoments(a.start, b.start);
      return byStart !== 0 ? byStart : compareTexts(a.id, b.id);
    })
    .map((booking) => booking.id);
}

export function resolveBooking(input: ResolveBookingInput): ResolveBookingOutput {
  const request = input.request;
  const requestStart = parseMoment(request.start);
  const requestEnd = parseMoment(request.end);
  if (requestStart === null || requestEnd === null || compareMoments(requestEnd, requestStart) <= 0) {
    return { decision: 'decline', events: [], reason: 'invalid' };
  }

  const requestedAt = parseMoment(request.requested_at);
  const organiser = request.organiser.toLowerCase();

  const inTheWay: InTheWay[] = [];
  for (const held of input.events) {
    if (held.id === request.id) {
      continue;
    }
    const start = parseMoment(held.start);
    const end = parseMoment(held.end);
    if (start === null || end === null) {
      continue;
    }
    if (compareMoments(start, requestEnd) >= 0 || compareMoments(end, requestStart) <= 0) {
      continue;
    }
    const sameOrganiser = held.organiser.toLowerCase() === organiser;
    const outranks =
      request.priority > held.priority ||
      (request.priority === held.priority && isEarlier(requestedAt, parseMoment(held.requested_at)));
    inTheWay.push({
      id: held.id,
      start,
      sameOrganiser,
      wins: held.movable && (sameOrganiser || outranks),
    });
  }

  if (inTheWay.length === 0) {
    return { decision: 'book', events: [], reason: 'free' };
  }

  const blocking = inTheWay.filter((booking) => !booking.wins);
  if (blocking.length > 0) {
    return { decision: 'decline', events: sortedIds(blocking), reason: 'blocked' };
  }

  const ofOthers = inTheWay.filter((booking) => !booking.sameOrganiser);
  if (ofOthers.length >= 3) {
    return { decision: 'decline', events: sortedIds(inTheWay), reason: 'tooMany' };
  }

  return { decision: 'displace', events: sortedIds(inTheWay), reason: 'won' };
}
