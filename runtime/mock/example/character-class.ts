type Range = readonly [from: number, to: number];

/** The characters that one place of a regular expression takes. */
export interface CharacterClass {
  readonly ranges: readonly Range[];
  readonly negated: boolean;
}

const range = (from: string, to: string): Range => [from.codePointAt(0) ?? 0, to.codePointAt(0) ?? 0];
const digits = [range('0', '9')];
const word = [range('a', 'z'), range('0', '9'), range('A', 'Z'), range('_', '_')];
const space = [range(' ', ' '), range('\t', '\r')];
/** Where all but some characters fit, one of these does. */
const usual = [range('a', 'z'), range('0', '9'), range('A', 'Z'), range('-', '-'), range('_', '_'), range(' ', '~')];

/** Reads a class, an escape or a plain character at the start of a pattern; no value: it takes no character. */
export function readClass(pattern: string): { readonly value?: CharacterClass; readonly length: number } {
  if (pattern.startsWith('[')) return readSet(pattern);
  if (pattern.startsWith('.')) return { value: { ranges: [range('\n', '\n')], negated: true }, length: 1 };
  return readSingle(pattern);
}

/** The character of a class that belongs to a variant. */
export function pickCharacter({ ranges, negated }: CharacterClass, variant: number): string {
  const fits = (code: number): boolean => ranges.some(([from, to]) => code >= from && code <= to) !== negated;
  const codes = (negated ? usual : ranges)
    .flatMap(([from, to]) => Array.from({ length: Math.min(to - from + 1, 64) }, (_, index) => from + index))
    .filter(fits);
  const code = codes[variant % Math.max(codes.length, 1)];
  return code === undefined ? '' : String.fromCodePoint(code);
}

function readSet(pattern: string): { readonly value: CharacterClass; readonly length: number } {
  const negated = pattern[1] === '^';
  const ranges: Range[] = [];
  let at = negated ? 2 : 1;
  while (pattern[at] !== ']') {
    if (at >= pattern.length) throw new SyntaxError(`a character class does not end in ${pattern}`);
    const first = readSingle(pattern.slice(at));
    at += first.length;
    const from = onlyCode(first.value);
    if (from !== undefined && pattern[at] === '-' && pattern[at + 1] !== ']') {
      const last = readSingle(pattern.slice(at + 1));
      at += 1 + last.length;
      ranges.push([from, onlyCode(last.value) ?? from]);
    } else if (first.value?.negated === false) ranges.push(...first.value.ranges);
    else if (first.value !== undefined)
      ranges.push(...usual.filter(([code]) => first.value?.ranges.every(([low, high]) => code < low || code > high)));
  }
  return { value: { ranges, negated }, length: at + 1 };
}

function onlyCode(value: CharacterClass | undefined): number | undefined {
  const [first, ...more] = value?.negated === false ? value.ranges : [];
  return first !== undefined && more.length === 0 && first[0] === first[1] ? first[0] : undefined;
}

const controls: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', f: '\f', v: '\v', '0': '\0' };

function readSingle(pattern: string): { readonly value?: CharacterClass; readonly length: number } {
  const single = (character: string, length: number) => ({
    value: { ranges: [range(character, character)], negated: false },
    length,
  });
  const [plain = ''] = pattern;
  if (plain !== '\\') return single(plain, plain.length);
  const coded = /^\\(?:u\{(?<braced>[0-9a-f]+)\}|u(?<four>[0-9a-f]{4})|x(?<two>[0-9a-f]{2}))/iu.exec(pattern);
  const hex = coded?.groups?.['braced'] ?? coded?.groups?.['four'] ?? coded?.groups?.['two'];
  if (coded !== null && hex !== undefined)
    return single(String.fromCodePoint(Number.parseInt(hex, 16)), coded[0].length);
  const property = /^\\(?<kind>p)\{(?<name>[^}]+)\}/iu.exec(pattern);
  if (property !== null)
    return { value: unicodeProperty(property.groups?.['name'] ?? '', pattern[1] === 'P'), length: property[0].length };
  const escaped = pattern[1] ?? '';
  const sets: Readonly<Record<string, readonly Range[]>> = { d: digits, w: word, s: space };
  const set = sets[escaped.toLowerCase()];
  if (set !== undefined) return { value: { ranges: set, negated: escaped !== escaped.toLowerCase() }, length: 2 };
  if (/[bB1-9]/u.test(escaped)) return { length: 2 };
  return single(controls[escaped] ?? escaped, 2);
}

/** Of the Unicode properties only what the usual characters show: letters, by case, and numbers. */
function unicodeProperty(name: string, negated: boolean): CharacterClass {
  if (/^(?:Lu|Uppercase)/u.test(name)) return { ranges: [range('A', 'Z')], negated };
  if (/^(?:L|Letter|Alpha)/u.test(name))
    return { ranges: [range('a', 'z'), ...(negated ? [range('A', 'Z')] : [])], negated };
  if (/^(?:N|Number)/u.test(name)) return { ranges: digits, negated };
  return { ranges: [range('-', '-'), range(' ', ' ')], negated };
}
