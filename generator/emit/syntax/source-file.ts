import { commentLines } from './comment.ts';
import type { Imports } from './imports.ts';
import { printNode } from './print.ts';
import type { StatementNode } from './typescript.ts';

/** A file of the output: its path relative to the output folder, and its text before formatting. */
export interface EmittedFile {
  readonly path: string;
  readonly text: string;
}

export interface SourceFile {
  readonly path: string;
  readonly imports?: Imports;
  /** A comment at the top. */
  readonly header?: string;
  /** Declarations and statements, with an empty line between them. */
  readonly content: readonly (StatementNode | GeneratedText)[];
}

/** Source that another generator of this stage made (types and validators from schemas); never text from a spec. */
export interface GeneratedText {
  readonly generatedText: string;
}

/**
 * The whole file, printed from its nodes in one go. Not by ts-morph's own writer: that is three times slower, and it
 * guesses where strings and comments end, wrongly after `'\\'` and `/\/\*$/`.
 */
export function sourceFile({ path, imports, header, content }: SourceFile): EmittedFile {
  const top = header === undefined ? [] : commentLines(header).map((line) => `// ${line}`.trimEnd());
  const texts = content.map((item) => ('generatedText' in item ? item.generatedText.trim() : printNode(item)));
  // A part that asked for an import may have been left out after all.
  const words = new Set(texts.flatMap((text) => text.match(/[\p{ID_Start}$_][\p{ID_Continue}$]*/gu) ?? []));
  const lines = [...top, ...(imports?.declarations((name) => words.has(name)) ?? []).map(printNode)];
  const blocks = [...(lines.length === 0 ? [] : [lines.join('\n')]), ...texts];
  return { path, text: `${blocks.join('\n\n')}\n` };
}
