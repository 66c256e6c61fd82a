import type { AST } from '@eslint-community/regexpp';
import { visitRegExpAST } from '@eslint-community/regexpp';

export interface Samples {
  /** Those of the samples that a node takes. */
  readonly taken: (node: AST.Node) => ReadonlySet<string>;
}

const COMMON = [
  'a',
  'Z',
  'm',
  '0',
  '5',
  '9',
  '_',
  ' ',
  '\t',
  '\n',
  '-',
  '.',
  ',',
  ';',
  ':',
  '/',
  '@',
  '#',
  '+',
  '(',
  '"',
  'é',
  'ß',
  '中',
  'я',
  '😀',
  '\u00A0',
];

/** Of many scripts and kinds, for patterns that name these by their properties: every 32nd character. */
const LETTERS: readonly string[] = Array.from({ length: 0x3_0000 / 32 }, (_, at) => at * 32 + 1)
  .filter((code) => code < 0xd800 || code > 0xdfff)
  .map((code) => String.fromCodePoint(code));

/**
 * Characters that stand for all: the common ones, and at both ends of each range that the pattern names the one within and the
 * one outside. Two sets of the pattern that share a character share one of these.
 */
export function samplesOf(pattern: AST.Pattern, flags: string): Samples {
  const samples = new Set(COMMON);
  const add = (code: number): void => {
    for (const near of [code - 1, code, code + 1])
      if (near >= 0 && near <= 0x10ffff) samples.add(String.fromCodePoint(near));
  };
  visitRegExpAST(pattern, {
    onCharacterEnter: (node) => add(node.value),
    onCharacterSetEnter: (node) => {
      if (node.kind === 'property') for (const sample of LETTERS) samples.add(sample);
    },
    onCharacterClassRangeEnter: (node) => {
      add(node.min.value);
      add(node.max.value);
    },
  });
  const mode = flags.replaceAll(/[gyd]/g, '');
  const known = new Map<string, ReadonlySet<string>>();
  return {
    taken: (node) => {
      const found = known.get(node.raw);
      if (found !== undefined) return found;
      const taken = takenBy(node, mode, samples);
      known.set(node.raw, taken);
      return taken;
    },
  };
}

/** One character against one node: the language's own matching, which takes no time. */
function takenBy(node: AST.Node, flags: string, samples: ReadonlySet<string>): ReadonlySet<string> {
  // What a reference to a group repeats is not known: anything.
  if (node.type === 'Backreference') return samples;
  const one = new RegExp(`^(?:${node.raw})$`, flags.replace('m', ''));
  return new Set([...samples].filter((sample) => one.test(sample)));
}
