import type { Output } from '../io.ts';
import { helpWidth, pagesFile } from './pages.ts';

// Importing these would load all that they export lazily, which takes longer than everything below.
const { readFileSync } = process.getBuiltinModule('node:fs');
const { stripVTControlCharacters, styleText } = process.getBuiltinModule('node:util');

/**
 * What help and version say, as `npm run prepare` had the command table say it: loading that table, and the parser that
 * it is made of, takes longer than Node itself. `undefined` where the table is to be asked: for all other arguments, on
 * a terminal of a width that no pages were written for, and where this is run from its source.
 */
export function knownHelp(
  argv: readonly string[],
  stdout: Output,
  folder = new URL('.', import.meta.url),
): string | undefined {
  const name = pageOf(argv);
  const page = name === undefined ? undefined : pagesIn(new URL(pagesFile(helpWidth(stdout)), folder)).get(name);
  if (page === undefined) return undefined;
  return styleText('bold', '', { stream: stdout }) === '' ? stripVTControlCharacters(page) : page;
}

function pageOf([first = '--help', second, ...others]: readonly string[]): string | undefined {
  if (others.length > 0) return undefined;
  if (second === undefined) {
    if (isHelp(first) || first === 'help') return '';
    return first === '--version' || first === '-V' ? '--version' : undefined;
  }
  if (first === 'help') return second;
  return isHelp(second) ? first : undefined;
}

function isHelp(argument: string): boolean {
  return argument === '--help' || argument === '-h';
}

function pagesIn(file: URL): ReadonlyMap<string, string> {
  try {
    const pages: Readonly<Record<string, string>> = JSON.parse(readFileSync(file, 'utf8'));
    return new Map(Object.entries(pages));
  } catch {
    return new Map();
  }
}
