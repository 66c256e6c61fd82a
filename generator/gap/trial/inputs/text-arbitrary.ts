import fc from 'fast-check';
import type { SchemaObject } from '../../../shape/json-schema.ts';
import type { KnownValues } from './known-values.ts';

/** Where bodies stumble: nothing, blanks, case, several units a character, names that objects inherit, numbers in words. */
const EDGES = [
  '',
  ' ',
  '0',
  '-1',
  '1e3',
  '1,234.56',
  'null',
  'true',
  'a',
  'A',
  'ß',
  'İ',
  'é',
  'e\u0301',
  '😀',
  '\u00a0',
  'a b',
  ' padded ',
  'line\nbreak',
  '"quoted"',
  '<b>&amp;</b>',
  '$&',
  '\\',
  'a,b;c|d',
  '__proto__',
  'constructor',
  'toString',
  '٣',
  'x'.repeat(300),
];

/** Of all kinds that matter to a program; the whole of Unicode would take a second to set up. */
const CHARACTERS = fc.constantFrom(
  ...'abcdeXYZ0123456789 _-.,:/@#$%&()"\'\\\t\nßéÅńжλ中ひ가عא',
  '😀',
  '\u0301',
  '\u200d',
);

const DATES = ['1970-01-01', '1999-12-31', '2000-02-29', '2023-02-28', '2024-02-29', '2024-12-31', '2025-03-30'];
const TIMES = [
  '00:00:00Z',
  '23:59:59Z',
  '12:30:00Z',
  '01:30:00.5Z',
  '09:05:07.123Z',
  '00:00:00+05:45',
  '23:30:00-03:30',
];

/** Valid texts by format, as ajv-formats has them. */
const FORMATS: Readonly<Record<string, fc.Arbitrary<string>>> = {
  date: fc.oneof(fc.constantFrom(...DATES), anyDate()),
  time: fc.constantFrom(...TIMES),
  'date-time': fc
    .tuple(fc.oneof(fc.constantFrom(...DATES), anyDate()), fc.constantFrom(...TIMES))
    .map((both) => both.join('T')),
  email: fc.constantFrom('a@example.com', 'First.Last+tag@Example.COM', 'x@sub.example.org', "o'neil@example.co.uk"),
  uri: fc.constantFrom(
    'https://example.com',
    'http://example.com:8080/a/b?c=d&e=f#g',
    'mailto:a@example.com',
    'urn:isbn:0451450523',
  ),
  uuid: fc.uuid(),
  ipv4: fc.ipV4(),
  ipv6: fc.ipV6(),
  hostname: fc.constantFrom('example.com', 'a.b.example.org', 'localhost'),
};

/** Texts of a schema of type string, for the most part valid ones. */
export function textArbitrary(schema: SchemaObject, known: KnownValues): fc.Arbitrary<string> {
  const { format, pattern, minLength, maxLength } = schema;
  const named = typeof format === 'string' ? FORMATS[format] : undefined;
  if (named !== undefined) return named;
  const least = typeof minLength === 'number' ? minLength : 0;
  const most = typeof maxLength === 'number' ? maxLength : Math.max(least + 20, 300);
  const fits = (text: string): boolean => {
    const length = Array.from(text).length;
    return length >= least && length <= most;
  };
  const matching = typeof pattern === 'string' ? patternArbitrary(pattern) : undefined;
  if (matching !== undefined) return matching;
  const free = fc.string({ unit: CHARACTERS, minLength: least, maxLength: Math.min(most, least + 20) });
  return fc.oneof(
    ...some(known.texts.filter(fits), 4),
    ...some(known.texts.flatMap((text) => [text.toUpperCase(), ` ${text}`, `${text}s`]).filter(fits), 1),
    ...some(EDGES.filter(fits), 4),
    { arbitrary: free, weight: 3 },
  );
}

function some(texts: readonly string[], weight: number): readonly fc.WeightedArbitrary<string>[] {
  return texts.length === 0 ? [] : [{ arbitrary: fc.constantFrom(...texts), weight }];
}

function anyDate(): fc.Arbitrary<string> {
  return fc
    .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
}

/** Undefined for what cannot be turned around, such as lookarounds. */
function patternArbitrary(pattern: string): fc.Arbitrary<string> | undefined {
  try {
    return fc.stringMatching(new RegExp(pattern, 'u'));
  } catch {
    return undefined;
  }
}
