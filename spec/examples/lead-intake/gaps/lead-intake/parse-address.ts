// The gap 'parseAddress' of lead-intake; its types are the spec's, written anew with each fill.
// 'flowright gaps verify' tests the body, 'flowright gaps adopt' accepts what was changed in it.

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

// The body:

const COUNTRIES: readonly string[] = ['us', 'usa', 'united states'];

const BOX_PREFIXES: readonly (readonly string[])[] = [
  ['po', 'box'],
  ['p', 'o', 'box'],
  ['pobox'],
  ['post', 'office', 'box'],
  ['pob'],
];

const UNIT_WORDS: readonly string[] = ['apt', 'apartment', 'suite', 'ste', 'unit'];

function splitWords(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

function withoutDots(word: string): string {
  return word.split('.').join('').toLowerCase();
}

function withoutHash(word: string): string {
  return word.startsWith('#') ? word.slice(1) : word;
}

function isCountry(words: readonly string[]): boolean {
  const plain = words
    .map(withoutDots)
    .filter((word) => word !== '')
    .join(' ');
  return COUNTRIES.includes(plain);
}

function isZip(word: string): boolean {
  return /^[0-9]{5}$/.test(word) || /^[0-9]{5}-[0-9]{4}$/.test(word);
}

function isState(word: string): boolean {
  return /^[A-Za-z]{2}$/.test(word);
}

function isUnitWord(word: string): boolean {
  const plain = word.endsWith('.') ? word.slice(0, -1) : word;
  return UNIT_WORDS.includes(plain.toLowerCase());
}

// The index behind the prefix, or -1 if the line does not begin with it.
function endOfPrefix(words: readonly string[], prefix: readonly string[]): number {
  let matched = 0;
  for (let index = 0; index < words.length; index += 1) {
    const plain = withoutDots(words[index] ?? '');
    if (plain === '') continue;
    if (plain !== prefix[matched]) return -1;
    matched += 1;
    if (matched === prefix.length) return index + 1;
  }
  return -1;
}

// The word that follows the name of a post office box, if there is one.
function findBox(words: readonly string[]): string | undefined {
  for (const prefix of BOX_PREFIXES) {
    const end = endOfPrefix(words, prefix);
    if (end >= 0) {
      const word = words[end];
      if (word !== undefined) return withoutHash(word.toUpperCase());
    }
  }
  return undefined;
}

// How many words at the end of the words are a unit: two, one or none.
function unitLength(words: readonly string[]): number {
  const last = words[words.length - 1];
  if (last === undefined) return 0;
  const before = words[words.length - 2];
  if (before !== undefined && isUnitWord(before)) return 2;
  return last.startsWith('#') && last.length > 1 ? 1 : 0;
}

function unitText(words: readonly string[]): string {
  return withoutHash((words[words.length - 1] ?? '').toUpperCase());
}

export function parseAddress(input: ParseAddressInput): ParseAddressOutput {
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
  const country = rest[rest.length - 1];
  if (country !== undefined && isCountry(country)) {
    rest = rest.slice(0, -1);
  }

  let zip = '';
  let state = '';
  const zipPart = rest[rest.length - 1];
  const zipWord = zipPart === undefined ? undefined : zipPart[zipPart.length - 1];
  if (zipPart !== undefined && zipWord !== undefined && isZip(zipWord)) {
    zip = zipWord;
    const zipLeft = zipPart.slice(0, -1);
    rest = rest.slice(0, -1);
    if (zipLeft.length > 0) rest = [...rest, zipLeft];

    const statePart = rest[rest.length - 1];
    const stateWord = statePart === undefined ? undefined : statePart[statePart.length - 1];
    if (statePart !== undefined && stateWord !== undefined && isState(stateWord)) {
      state = stateWord.toUpperCase();
      const stateLeft = statePart.slice(0, -1);
      rest = rest.slice(0, -1);
      if (stateLeft.length > 0) rest = [...rest, stateLeft];
    }
  }

  const city = (rest[rest.length - 1] ?? []).join(' ');
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
