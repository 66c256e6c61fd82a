import { readClass, pickCharacter, type CharacterClass } from './character-class.ts';

/** How to write a text for a pattern: which of the possible characters, and how often more than needed. */
export interface PatternChoice {
  readonly variant: number;
  /** Added to what an open quantifier (`+`, `*`, `{2,}`) needs, up to its limit. */
  readonly extra: number;
}

/**
 * A text that fits a regular expression, roughly: lookarounds, back references and word boundaries write nothing, so
 * the caller has to test what comes out. Throws a SyntaxError where the pattern cannot be read.
 */
export function patternText(pattern: string, choice: PatternChoice): string {
  const reader: Reader = { pattern, at: 0 };
  const text = alternatives(reader, choice);
  if (reader.at < pattern.length) throw new SyntaxError(`unexpected '${pattern[reader.at]}' in the pattern ${pattern}`);
  return text;
}

interface Reader {
  readonly pattern: string;
  at: number;
}

function alternatives(reader: Reader, choice: PatternChoice): string {
  const texts = [sequence(reader, choice)];
  while (reader.pattern[reader.at] === '|') {
    reader.at += 1;
    texts.push(sequence(reader, choice));
  }
  return texts[choice.variant % texts.length] ?? '';
}

function sequence(reader: Reader, choice: PatternChoice): string {
  let text = '';
  while (reader.at < reader.pattern.length && !'|)'.includes(reader.pattern[reader.at] ?? '')) {
    const start = reader.at;
    const one = atom(reader, choice);
    const end = reader.at;
    const times = quantity(reader, choice.extra);
    text += times === 0 ? '' : one;
    // Each further repetition is written anew, with another choice of characters.
    for (let count = 1; count < times; count += 1)
      text += atom(
        { pattern: reader.pattern.slice(0, end), at: start },
        { ...choice, variant: choice.variant + count },
      );
  }
  return text;
}

function quantity(reader: Reader, extra: number): number {
  const found = /^(?:[*+?]|\{(?<min>\d+)(?<open>,(?<max>\d*))?\})\??/u.exec(reader.pattern.slice(reader.at));
  if (found === null) return 1;
  reader.at += found[0].length;
  const { min, open, max } = found.groups ?? {};
  if (found[0].startsWith('?')) return Math.min(extra, 1);
  if (min === undefined) return (found[0].startsWith('+') ? 1 : 0) + extra;
  if (open === undefined) return Number(min);
  return Math.min(Number(min) + extra, max ? Number(max) : Number.POSITIVE_INFINITY);
}

function atom(reader: Reader, choice: PatternChoice): string {
  const character = reader.pattern[reader.at] ?? '';
  if (character === '^' || character === '$') {
    reader.at += 1;
    return '';
  }
  if (character === '(') return group(reader, choice);
  const { value, length } = readClass(reader.pattern.slice(reader.at));
  reader.at += length;
  return write(value, choice.variant);
}

function group(reader: Reader, choice: PatternChoice): string {
  const opening = /^\((?:\?(?:[:=!]|<[=!]|<[^>]+>))?/u.exec(reader.pattern.slice(reader.at))?.[0] ?? '(';
  reader.at += opening.length;
  const text = alternatives(reader, choice);
  if (reader.pattern[reader.at] !== ')') throw new SyntaxError(`a group does not end in the pattern ${reader.pattern}`);
  reader.at += 1;
  return /^\(\?<?[=!]/u.test(opening) ? '' : text;
}

function write(value: CharacterClass | undefined, variant: number): string {
  return value === undefined ? '' : pickCharacter(value, variant);
}
