import { describe, expect, it } from 'vitest';
import { problemsOf } from '../testing/check-text.ts';
import { specText } from '../testing/spec-text.ts';
import { dateFormProblem, isTimeZone } from './check-date-form.ts';

describe('the form of a date', () => {
  it.each([
    'iso',
    'isoDate',
    'epochSeconds',
    'epochMillis',
    'yyyy-MM',
    'dd.MM.yyyy HH:mm',
    "yyyy-MM-dd'T'HH:mm",
    "'year' yyyy",
    'cccc, d LLL yyyy',
    'yyyyMMdd',
    'x',
  ])('may be %s', (form) => {
    expect(dateFormProblem(form)).toBeUndefined();
  });

  it.each([
    ['isoDat', 'i', 'isoDate'],
    ['ISO', 'I', 'iso'],
    ['epochSecond', 'e', 'epochSeconds'],
    ['YYYY-MM-DD', 'YYYY', undefined],
    ['yyy-MM', 'yyy', undefined],
  ])('may not be %s, which would be written as it is', (form, strange, suggestion) => {
    expect(dateFormProblem(form)).toEqual({ reason: `'${strange}' means nothing in a pattern`, suggestion });
  });

  it('may not be without any part of a date', () => {
    expect(dateFormProblem("'today'")).toEqual({ reason: 'it holds no part of a date' });
  });

  it('is told where it stands', async () => {
    const mapping = (pipe: string) =>
      specText({
        models: { A: '{ fields: { at: string } }', B: '{ fields: { at: string } }' },
        mappings: `{ m: { from: A, to: B, rows: [{ to: at, from: at, pipe: [${pipe}] }] } }`,
      });
    const errors = async (pipe: string) => (await problemsOf(mapping(pipe))).filter((one) => !one.startsWith('FR3'));
    expect(await errors('{ date: isoDate }')).toEqual([]);
    expect(await errors('{ date: isoDat }')).toEqual([
      "FR2020 [isoDat] 'isoDat' is no form of a date: 'i' means nothing in a pattern → did you mean 'isoDate'?",
    ]);
    expect(await errors("{ date: { from: 'YYYY-MM-dd', to: iso } }")).toEqual([
      "FR2020 ['YYYY-MM-dd'] 'YYYY-MM-dd' is no form of a date: 'YYYY' means nothing in a pattern → write iso, isoDate, epochSeconds, epochMillis, or a pattern such as yyyy-MM-dd HH:mm",
    ]);
    expect(await errors('{ date: { to: isoDate, zone: Europe/Stokholm } }')).toEqual([
      "FR2020 [Europe/Stokholm] 'Europe/Stokholm' is no time zone: the IANA has none of this name → write an IANA time zone such as Europe/Berlin",
    ]);
  });
});

it('knows time zones', () => {
  expect(['UTC', 'Europe/Stockholm', 'Europe/Stokholm', ''].map(isTimeZone)).toEqual([true, true, false, false]);
});
