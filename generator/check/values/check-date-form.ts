import { nearest } from '../../diagnostics/nearest.ts';

const NAMES = ['iso', 'isoDate', 'epochSeconds', 'epochMillis'] as const;

/** What a pattern of Luxon's may hold besides quoted text, digits and punctuation: https://moment.github.io/luxon/#/formatting */
const TOKENS = new Set(
  (
    'S SSS u uu uuu s ss m mm h hh H HH Z ZZ ZZZ ZZZZ ZZZZZ z a d dd c ccc cccc ccccc E EEE EEEE EEEEE L LL LLL LLLL LLLLL ' +
    'M MM MMM MMMM MMMMM y yy yyyy yyyyyy G GG GGGGG kk kkkk W WW n nn ii iiii o ooo q qq X x ' +
    'D DD DDD DDDD t tt ttt tttt T TT TTT TTTT f ff fff ffff F FF FFF FFFF'
  ).split(' '),
);

/** What is wrong with the form of a date, if anything: a letter that means nothing would be written as it is. */
export function dateFormProblem(
  form: string,
): { readonly reason: string; readonly suggestion?: string | undefined } | undefined {
  if (NAMES.some((name) => name === form)) return undefined;
  const runs = form.replaceAll(/'[^']*'/g, ' ').match(/([A-Za-z])\1*/g) ?? [];
  const strange = runs.find((run) => !TOKENS.has(run));
  if (strange !== undefined)
    return { reason: `'${strange}' means nothing in a pattern`, suggestion: nearest(form, NAMES) };
  return runs.length === 0 ? { reason: 'it holds no part of a date' } : undefined;
}

/** Whether this is a time zone of the IANA's. */
export function isTimeZone(zone: string): boolean {
  try {
    Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
