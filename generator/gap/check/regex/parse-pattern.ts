import { RegExpParser, type AST } from '@eslint-community/regexpp';

/** Reads a pattern as it stands between its slashes. Throws where it is none. */
export function parsePattern(source: string, flags: string): AST.Pattern {
  return new RegExpParser({ ecmaVersion: 2024 }).parsePattern(source, 0, source.length, {
    unicode: flags.includes('u'),
    unicodeSets: flags.includes('v'),
  });
}
