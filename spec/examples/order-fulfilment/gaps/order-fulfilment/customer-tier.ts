// The gap 'customerTier' of order-fulfilment; its types are the spec's, written anew with each fill.
// 'flowright gaps verify' tests the body, 'flowright gaps adopt' accepts what was changed in it.

interface PastOrder {
  readonly placed_at: string;
  readonly status: 'pending' | 'paid' | 'refunded' | 'cancelled';
  /** Cents */
  readonly total: number;
}

type Tier = 'bronze' | 'silver' | 'gold' | 'platinum';

interface TierResult {
  missing: number;
  orders: number;
  tier: Tier;
}

export interface CustomerTierInput {
  readonly at: string;
  readonly orders: readonly PastOrder[];
}

export type CustomerTierOutput = TierResult;

// The body:

interface Moment {
  /** Whole minutes since 1970-01-01T00:00Z */
  readonly minute: number;
  /** 0 to 60, where 60 is a leap second */
  readonly second: number;
  /** Digits of the fraction of the second, without zeros at the end */
  readonly fraction: string;
}

interface Level {
  readonly tier: Tier;
  readonly amount: number;
  readonly orders: number;
}

const LEVELS: readonly Level[] = [
  { tier: 'bronze', amount: 0, orders: 0 },
  { tier: 'silver', amount: 50000, orders: 1 },
  { tier: 'gold', amount: 200000, orders: 3 },
  { tier: 'platinum', amount: 500000, orders: 6 },
];

const MINUTES_PER_DAY = 1440;

const DATE_TIME = /^(\d{4})-(\d{2})-(\d{2})[Tt ](\d{2}):(\d{2}):(\d{2})(?:\.(\d+))?(?:[Zz]|([+-])(\d{2}):?(\d{2}))$/;

function toNumber(digits: string | undefined): number {
  return digits === undefined ? 0 : Number(digits);
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) {
    const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
    return leap ? 29 : 28;
  }
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Days since 1970-01-01 in the Gregorian calendar, for any year. */
function dayNumber(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

function withoutZerosAtEnd(digits: string): string {
  let end = digits.length;
  while (end > 0 && digits.charAt(end - 1) === '0') {
    end -= 1;
  }
  return digits.slice(0, end);
}

function parseMoment(text: string): Moment | null {
  const match = DATE_TIME.exec(text);
  if (match === null) {
    return null;
  }
  const year = toNumber(match[1]);
  const month = toNumber(match[2]);
  const day = toNumber(match[3]);
  const hour = toNumber(match[4]);
  const minute = toNumber(match[5]);
  const second = toNumber(match[6]);
  const offsetHour = toNumber(match[9]);
  const offsetMinute = toNumber(match[10]);
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) {
    return null;
  }
  if (hour > 23 || minute > 59 || second > 60 || offsetHour > 23 || offsetMinute > 59) {
    return null;
  }
  const offset = (offsetHour * 60 + offsetMinute) * (match[8] === '-' ? -1 : 1);
  return {
    minute: dayNumber(year, month, day) * MINUTES_PER_DAY + hour * 60 + minute - offset,
    second,
    fraction: withoutZerosAtEnd(match[7] ?? ''),
  };
}

/** The same date and time in UTC of the year before; 28 February for a 29 February. */
function yearBefore(moment: Moment): Moment {
  const days = Math.floor(moment.minute / MINUTES_PER_DAY);
  const minuteOfDay = moment.minute - days * MINUTES_PER_DAY;
  const date = new Date(days * 86400000);
  const month = date.getUTCMonth() + 1;
  const day = date.getUTCDate();
  const start = dayNumber(date.getUTCFullYear() - 1, month, month === 2 && day === 29 ? 28 : day);
  return {
    minute: start * MINUTES_PER_DAY + minuteOfDay,
    second: moment.second,
    fraction: moment.fraction,
  };
}

function isBefore(a: Moment, b: Moment): boolean {
  if (a.minute !== b.minute) {
    return a.minute < b.minute;
  }
  if (a.second !== b.second) {
    return a.second < b.second;
  }
  return a.fraction < b.fraction;
}

/** Whole cents of a total; what is no amount counts as nothing. */
function centsOf(total: number): number {
  return total > 0 ? Math.floor(total) : 0;
}

export function customerTier(input: CustomerTierInput): CustomerTierOutput {
  let amount = 0;
  let paid = 0;
  let refunded = 0;

  const end = parseMoment(input.at);
  if (end !== null) {
    const start = yearBefore(end);
    for (const order of input.orders) {
      if (order.status !== 'paid' && order.status !== 'refunded') {
        continue;
      }
      const placed = parseMoment(order.placed_at);
      if (placed === null || isBefore(placed, start) || isBefore(end, placed)) {
        continue;
      }
      if (order.status === 'paid') {
        paid += 1;
        amount += centsOf(order.total);
      } else {
        refunded += 1;
      }
    }
  }

  let reached = 0;
  LEVELS.forEach((level, index) => {
    if (amount >= level.amount && paid >= level.orders) {
      reached = index;
    }
  });
  if (refunded * 3 > paid + refunded) {
    reached = Math.max(0, reached - 1);
  }

  const given = LEVELS[reached];
  const next = LEVELS[reached + 1];
  return {
    missing: next === undefined ? 0 : Math.max(0, next.amount - amount),
    orders: paid,
    tier: given === undefined ? 'bronze' : given.tier,
  };
}
