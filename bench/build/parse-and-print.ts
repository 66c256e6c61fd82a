import { ts } from 'ts-morph';
import type { OutputFile } from '../../generator/format/format-files.ts';

const printer = ts.createPrinter({ newLine: ts.NewLineKind.LineFeed });

/** What the least possible work on TypeScript costs: its own parser and printer over the same files. Returns the characters printed. */
export function parseAndPrint(files: readonly OutputFile[]): number {
  let characters = 0;
  for (const { path, text } of files) {
    if (!path.endsWith('.ts')) continue;
    characters += printer.printFile(ts.createSourceFile(path, text, ts.ScriptTarget.ESNext)).length;
  }
  return characters;
}
