import { constant, fuel, own } from '@flowright/runtime/logic';

interface Address {
  box: string;
  city: string;
  kind: 'street' | 'poBox' | 'none';
  number: string;
  state: string;
  street: string;
  unit: string;
  zip: string;
}

export interface ParseAddressInput {
  readonly text: string;
}

export type ParseAddressOutput = Address;

const COUNTRIES: readonly string[] = constant(['us', 'usa', 'united states']);

const BOX_PREFIXES: readonly (readonly string[])[] = constant([
  ['po', 'box'],
  ['p', 'o', 'box'],
  ['pobox'],
  ['post', 'office', 'box'],
  ['pob'],
]);

const UNIT_WORDS: readonly string[] = constant(['apt', 'apartment', 'suite', 'ste', 'unit']);

function splitWords(text: string): string[] {
  fuel.burn();
  return text.split(/\s+/).filter((word) => (fuel.burn(), word !== ''));
}

function withoutDots(word: string): string {
  fuel.burn();
  return word.split('.').join('').toLowerCase();
}

function withoutHash(word: string): string {
  fuel.burn();
  return word.startsWith('#') ? word.slice(1) : word;
}

function isCountry(words: readonly string[]): boolean {
  fuel.burn();
  const plain = words
    .map(withoutDots)
    .filter((word) => (fuel.burn(), word !== ''))
    .join(' ');
  return COUNTRIES.includes(plain);
}

function isZip(word: string): boolean {
  fuel.burn();
  return /^[0-9]{5}$/.test(word) || /^[0-9]{5}-[0-9]{4}$/.test(word);
}

function isState(word: string): boolean {
  fuel.burn();
  return /^[A-Za-z]{2}$/.test(word);
}

function isUnitWord(word: string): boolean {
  fuel.burn();
  const plain = word.endsWith('.') ? word.slice(0, -1) : word;
  return UNIT_WORDS.includes(plain.toLowerCase());
}

// The index behind the prefix, or -1 if the line does not begin with it.
function endOfPrefix(words: readonly string[], prefix: readonly string[]): number {
  fuel.burn();
  let matched = 0;
  for (let index = 0; index < words.length; index += 1) {
    fuel.burn();
    const plain = withoutDots(own(words, index) ?? '');
    if (plain === '') continue;
    if (plain !== own(prefix, matched)) return -1;
    matched += 1;
    if (matched === prefix.length) return index + 1;
  }
  return -1;
}

// The word that follows the name of a post office box, if there is one.
function findBox(words: readonly string[]): string | undefined {
  fuel.burn();
  for (const prefix of BOX_PREFIXES) {
    fuel.burn();
    const end = endOfPrefix(words, prefix);
    if (end >= 0) {
      const word = own(words, end);
      if (word !== undefined) return withoutHash(word.toUpperCase());
    }
  }
  return undefined;
}

// How many words at the end of the words are a unit: two, one or none.
function unitLength(words: readonly string[]): number {
  fuel.burn();
  const last = own(words, words.length - 1);
  if (last === undefined) return 0;
  const before = own(words, words.length - 2);
  if (before !== undefined && isUnitWord(before)) return 2;
  return last.startsWith('#') && last.length > 1 ? 1 : 0;
}

function unitText(words: readonly string[]): string {
  fuel.burn();
  return withoutHash((own(words, words.length - 1) ?? '').toUpperCase());
}

export function parseAddress(input: ParseAddressInput): ParseAddressOutput {
  fuel.start();
  const parts = input.text
    .split(/[,\n\r\u2028\u2029]/)
    .map(splitWords)
    .filter((words) => words.length > 0);

  const delivery = parts[0];
  if (delivery === undefined) {
    return { box: '', city: '', kind: 'none', number: '', state: '', street: '', unit: '', zip: '' };
  }

  // The parts behind the delivery line.
  let rest = parts.slice(1);
  const country = own(rest, rest.length - 1);
  if (country !== undefined && isCountry(country)) {
    rest = rest.slice(0, -1);
  }

  let zip = '';
  let state = '';
  const zipPart = own(rest, rest.length - 1);
  const zipWord = zipPart === undefined ? undefined : own(zipPart, zipPart.length - 1);
  if (zipPart !== undefined && zipWord !== undefined && isZip(zipWord)) {
    zip = zipWord;
    const zipLeft = zipPart.slice(0, -1);
    rest = rest.slice(0, -1);
    if (zipLeft.length > 0) rest = [...rest, zipLeft];

    const statePart = own(rest, rest.length - 1);
    const stateWord = statePart === undefined ? undefined : own(statePart, statePart.length - 1);
    if (statePart !== undefined && stateWord !== undefined && isState(stateWord)) {
      state = stateWord.toUpperCase();
      const stateLeft = statePart.slice(0, -1);
      rest = rest.slice(0, -1);
      if (stateLeft.length > 0) rest = [...rest, stateLeft];
    }
  }

  const city = (own(rest, rest.length - 1) ?? []).join(' ');
  const extras = rest.slice(0, -1);

  const box = findBox(delivery);
  if (box !== undefined) {
    return { box, city, kind: 'poBox', number: '', state, street: '', unit: '', zip };
  }

  let line = delivery;
  let unit = '';
  const taken = unitLength(delivery);
  if (taken > 0 && delivery.length > taken) {
    unit = unitText(delivery);
    line = delivery.slice(0, delivery.length - taken);
  } else {
    const extra = extras.find((words) => unitLength(words) === words.length);
    if (extra !== undefined) unit = unitText(extra);
  }

  let number = '';
  let streetStart = 0;
  const first = line[0] ?? '';
  const second = line[1];
  if (second !== undefined && /^[0-9]/.test(first)) {
    number = first.toUpperCase();
    streetStart = 1;
    if (line.length > 2 && /^[0-9]+\/[0-9]+$/.test(second)) {
      number = number + ' ' + second;
      streetStart = 2;
    }
  }

  return {
    box: '',
    city,
    kind: 'street',
    number,
    state,
    street: line.slice(streetStart).join(' '),
    unit,
    zip,
  };
}
