import { constant, fuel, own } from '@flowright/runtime/logic';

interface NameParts {
  family: string;
  given: string;
  suffix: '' | 'Jr' | 'Sr' | 'II' | 'III' | 'IV' | 'PhD' | 'MD' | 'Esq';
  titles: ('Mr' | 'Mrs' | 'Ms' | 'Mx' | 'Dr' | 'Prof')[];
}

export interface ParseNameInput {
  readonly fullName: string;
}

export type ParseNameOutput = NameParts;

const SUFFIXES = constant(['Jr', 'Sr', 'II', 'III', 'IV', 'PhD', 'MD', 'Esq'] as const);
const TITLES = constant(['Mr', 'Mrs', 'Ms', 'Mx', 'Dr', 'Prof'] as const);
const PARTICLES = constant(
  new Set<string>(['van', 'von', 'der', 'den', 'de', 'del', 'la', 'le', 'di', 'da', 'dos', 'bin', 'al', 'ter', 'zu']),
);
// Hyphens (plain, Unicode, non-breaking) and apostrophes: a capital stands directly behind them.
const CAPITAL_AFTER = constant(new Set<string>(['-', '\u2010', '\u2011', "'", '\u2019']));

function tidy(text: string): string {
  fuel.burn();
  return text.replace(/\s+/g, ' ').trim();
}

function wordsOf(text: string): string[] {
  fuel.burn();
  return text.split(' ').filter((word) => (fuel.burn(), word !== ''));
}

function keyOf(text: string): string {
  fuel.burn();
  return text.replace(/\./g, '').trim().toLowerCase();
}

function suffixOf(text: string): ParseNameOutput['suffix'] {
  fuel.burn();
  const key = keyOf(text);
  return SUFFIXES.find((suffix) => (fuel.burn(), suffix.toLowerCase() === key)) ?? '';
}

function isParticle(word: string): boolean {
  fuel.burn();
  return PARTICLES.has(word.toLowerCase());
}

// A character whose upper case is more than one character is kept as it is.
function capitalOf(char: string): string {
  fuel.burn();
  const upper = char.toUpperCase();
  return Array.from(upper).length === 1 ? upper : char;
}

function recaseWord(word: string): string {
  fuel.burn();
  // Lowered as a whole, because the lower case of a final sigma depends on its neighbours.
  const lower = word.toLowerCase();
  const out: string[] = [];
  let position = 0;
  let capital = true;
  for (const char of word) {
    fuel.burn();
    const next = position + char.toLowerCase().length;
    out.push(capital ? capitalOf(char) : lower.slice(position, next));
    position = next;
    capital = CAPITAL_AFTER.has(char);
  }
  return out.join('');
}

function recaseGiven(words: readonly string[]): string[] {
  fuel.burn();
  return words.map((word) => (fuel.burn(), recaseWord(word)));
}

function recaseFamily(words: readonly string[]): string[] {
  fuel.burn();
  return words.map(
    (word, index) => (
      fuel.burn(),
      index < words.length - 1 && isParticle(word) ? word.toLowerCase() : recaseWord(word)
    ),
  );
}

export function parseName(input: ParseNameInput): ParseNameOutput {
  fuel.start();
  const whole = tidy(input.fullName);
  let text = whole;
  let suffix: ParseNameOutput['suffix'] = '';

  // A suffix behind the last comma.
  const lastComma = text.lastIndexOf(',');
  if (lastComma >= 0) {
    suffix = suffixOf(text.slice(lastComma + 1));
    if (suffix !== '') {
      text = text.slice(0, lastComma).trim();
    }
  }

  // The family name before the first comma.
  const firstComma = text.indexOf(',');
  const hasComma = firstComma >= 0;
  let familyWords: string[] = hasComma ? wordsOf(text.slice(0, firstComma)) : [];
  const rest = hasComma ? text.slice(firstComma + 1).replace(/,/g, ' ') : text;
  const restWords = wordsOf(rest);

  // Titles at the beginning of the rest, as long as another word follows.
  const titles: ParseNameOutput['titles'] = [];
  let start = 0;
  while (start < restWords.length - 1) {
    fuel.burn();
    const key = keyOf(own(restWords, start) ?? '');
    const title = TITLES.find((candidate) => (fuel.burn(), candidate.toLowerCase() === key));
    if (title === undefined) {
      break;
    }
    if (!titles.includes(title)) {
      titles.push(title);
    }
    start += 1;
  }

  // A suffix as the last word of the rest, if another word stands before it.
  let end = restWords.length;
  if (suffix === '' && end - start > 1) {
    suffix = suffixOf(own(restWords, end - 1) ?? '');
    if (suffix !== '') {
      end -= 1;
    }
  }

  const left = restWords.slice(start, end);
  let givenWords: string[] = left;
  if (!hasComma) {
    let split = Math.max(left.length - 1, 0);
    while (split > 1 && isParticle(own(left, split - 1) ?? '')) {
      fuel.burn();
      split -= 1;
    }
    givenWords = left.slice(0, split);
    familyWords = left.slice(split);
  }

  if (!/\p{Ll}/u.test(whole) || !/\p{Lu}/u.test(whole)) {
    givenWords = recaseGiven(givenWords);
    familyWords = recaseFamily(familyWords);
  }

  return {
    family: familyWords.join(' '),
    given: givenWords.join(' '),
    suffix,
    titles,
  };
}
