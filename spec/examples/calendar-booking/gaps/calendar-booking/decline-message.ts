// The gap 'declineMessage' of calendar-booking; its types are the spec's, written anew with each fill.
// 'flowright gaps verify' tests the body, 'flowright gaps adopt' accepts what was changed in it.

export interface DeclineMessageInput {
  readonly name: string;
  readonly next: {
    readonly end: string;
    readonly start: string;
  } | null;
  readonly reason: 'free' | 'won' | 'blocked' | 'tooMany' | 'invalid';
}

export type DeclineMessageOutput = string;

// The body:

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

const MAX_NAME = 60;
const MINUTE_MS = 60000;
// The Gregorian calendar repeats after 400 years, which are 146097 days.
const CYCLE_MS = 146097 * 24 * 60 * MINUTE_MS;

function isControl(code: number): boolean {
  return code < 0x20 || (code >= 0x7f && code <= 0x9f) || code === 0x2028 || code === 0x2029;
}

// Characters that would disturb the text around the name: direction overrides and lone surrogates.
function isDropped(code: number): boolean {
  return (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069) || (code >= 0xd800 && code <= 0xdfff);
}

function isInvisible(code: number): boolean {
  return (code >= 0x200b && code <= 0x200f) || code === 0x2060 || code === 0xad;
}

function greeting(name: string): string {
  // A character takes at most two units of a string.
  if (name.length > 2 * MAX_NAME) {
    return 'Hello,';
  }
  let count = 0;
  let visible = false;
  let cleaned = '';
  for (const character of name) {
    count += 1;
    const code = character.codePointAt(0) ?? 0;
    if (isDropped(code)) {
      continue;
    }
    if (isControl(code)) {
      // A line break or the like must not break the greeting.
      if (!cleaned.endsWith(' ')) {
        cleaned += ' ';
      }
      continue;
    }
    if (character.trim() !== '' && !isInvisible(code)) {
      visible = true;
    }
    cleaned += character;
  }
  if (count > MAX_NAME || !visible) {
    return 'Hello,';
  }
  return `Dear ${cleaned.trim()},`;
}

// The instant, to the minute, in milliseconds; null where the text is not a date-time.
function parseInstant(text: string): number | null {
  const trimmed = text.trim();
  const match = /^(\d\d\d\d)-(\d\d)-(\d\d)[Tt ](\d\d):(\d\d)/.exec(trimmed);
  if (match === null) {
    return null;
  }
  const year = Number(match[1] ?? '');
  const month = Number(match[2] ?? '');
  const day = Number(match[3] ?? '');
  const hour = Number(match[4] ?? '');
  const minute = Number(match[5] ?? '');
  if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 23 || minute > 59) {
    return null;
  }
  // Shifted by one cycle, because Date.UTC reads the years 0 to 99 as 1900 to 1999.
  const shifted = Date.UTC(year + 400, month - 1, day, hour, minute);
  if (new Date(shifted).getUTCDate() !== day) {
    return null;
  }
  const instant = shifted - CYCLE_MS;
  const offset = /([+-])(\d\d):?(\d\d)$/.exec(trimmed.slice(16));
  if (offset === null) {
    return instant;
  }
  const minutes = Number(offset[2] ?? '') * 60 + Number(offset[3] ?? '');
  return offset[1] === '-' ? instant + minutes * MINUTE_MS : instant - minutes * MINUTE_MS;
}

function dayText(date: Date): string {
  const weekday = WEEKDAYS[date.getUTCDay()] ?? '';
  const month = MONTHS[date.getUTCMonth()] ?? '';
  return `${weekday}, ${date.getUTCDate()} ${month} ${date.getUTCFullYear()}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

function clockText(date: Date): string {
  return `${twoDigits(date.getUTCHours())}:${twoDigits(date.getUTCMinutes())}`;
}

function nextStep(next: DeclineMessageInput['next']): string {
  if (next === null) {
    return (
      'We are sorry to say that there is nothing free within two weeks. ' +
      'You may answer this message if you would still like to meet.'
    );
  }
  const start = parseInstant(next.start);
  const end = parseInstant(next.end);
  if (start === null || end === null) {
    // There is a free time, but it cannot be named.
    return 'Please book another time on the booking page.';
  }
  const startDate = new Date(start);
  const endDate = new Date(end);
  const startDay = dayText(startDate);
  const endDay = dayText(endDate);
  const ending = end > start && endDay !== startDay ? ` (ending on ${endDay})` : '';
  return (
    `The next free time is ${startDay}, ${clockText(startDate)} to ${clockText(endDate)} UTC${ending}. ` +
    'Please book that time, or another, on the booking page.'
  );
}

export function declineMessage(input: DeclineMessageInput): DeclineMessageOutput {
  const cause =
    input.reason === 'invalid' ? 'the request does not end after it begins' : 'the time you asked for is not free';
  return [
    greeting(input.name),
    '',
    `Thank you for your request for a meeting. Unfortunately, we could not book it, because ${cause}.`,
    '',
    nextStep(input.next),
    '',
    'Kind regards,',
    'The team at Example',
  ].join('\n');
}
