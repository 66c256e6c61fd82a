import fc from 'fast-check';
import { DateTime } from 'luxon';
import { expect, test } from 'vitest';
import { datePattern } from './date-pattern.ts';
import { fromFormat, toFormat } from './date-format.ts';

const TOKENS = ['yyyy', 'MM', 'dd', 'HH', 'mm', 'ss', 'SSS'];
const format = fc
  .shuffledSubarray(TOKENS, { minLength: 1 })
  .chain((tokens) =>
    fc.tuple(
      ...tokens.map((token) =>
        fc.constantFrom('', '.', '-', '/', ' ', ':', "'T'", "' of '", '(', '|', '\\').map((after) => token + after),
      ),
    ),
  )
  .map((parts) => parts.join(''));
const time = fc
  .date({ min: new Date('1000-01-01T00:00:00Z'), max: new Date('9999-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.getTime());

test('writes and reads as Luxon does', () => {
  fc.assert(
    fc.property(format, time, (pattern, ms) => {
      const luxon = DateTime.fromMillis(ms, { zone: 'utc', locale: 'en-US' }).toFormat(pattern);
      expect(datePattern(pattern)?.write(ms)).toBe(luxon);
      const read = datePattern(pattern)?.read(luxon);
      if (read !== undefined) expect(read).toBe(DateTime.fromFormat(luxon, pattern, { zone: 'utc' }).toMillis());
      else expect(pattern.includes('yyyy') && pattern.includes('MM')).toBe(false);
    }),
  );
});

test.each(['d.M.yyyy', 'yy', 'MMMM', 'T', 'yyyyy', "''", "yyyy 'open", 'dd.MM.yyyy ZZ', 'h:mm a'])(
  'leaves %s to Luxon',
  (other) => {
    expect(datePattern(other)).toBe(undefined);
  },
);

test.each(['31.02.2026', '01.13.2026', '00.01.2026', '1.1.2026', '01.01.0050', '01.01.2026 '])(
  'does not read %s',
  (text) => {
    expect(datePattern('dd.MM.yyyy')?.read(text)).toBe(undefined);
  },
);

test('a part that comes twice, or a month without its year, is not read', () => {
  expect(datePattern('yyyy MM MM')?.read('2026 07 07')).toBe(undefined);
  expect(datePattern('MM-dd')?.read('07-01')).toBe(undefined);
});

test('clocks in a zone are those of the day, also where they change', () => {
  const ms = Date.UTC(2026, 2, 29, 0, 30);
  const clock = 'yyyy-MM-dd HH:mm';
  expect([0, 1, 2].map((hours) => toFormat(ms + hours * 3_600_000, clock, 'Europe/Berlin'))).toEqual([
    '2026-03-29 01:30',
    '2026-03-29 03:30',
    '2026-03-29 04:30',
  ]);
  expect(fromFormat('2026-03-29 03:30', clock, 'Europe/Berlin')).toBe(ms + 3_600_000);
  // It comes twice; the first counts, whatever the season in which it is read.
  expect(fromFormat('2026-10-25 02:30', clock, 'Europe/Berlin')).toBe(Date.UTC(2026, 9, 25, 0, 30));
});
