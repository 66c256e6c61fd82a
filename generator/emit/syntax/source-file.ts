import { IndentationText, NewLineKind, Project, QuoteKind, StructureKind, type StatementStructures } from 'ts-morph';
import { commentLines } from './comment.ts';
import type { Declaration } from './declarations.ts';
import type { Imports } from './imports.ts';
import { printNode } from './print.ts';
import { ts, type StatementNode } from './typescript.ts';

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
  readonly content: readonly (Declaration | StatementNode | GeneratedText)[];
}

/** Source that another generator of this stage made (types and validators from schemas); never text from a spec. */
export interface GeneratedText {
  readonly generatedText: string;
}

const project = new Project({
  useInMemoryFileSystem: true,
  skipLoadingLibFiles: true,
  manipulationSettings: { indentationText: IndentationText.TwoSpaces, newLineKind: NewLineKind.LineFeed, quoteKind: QuoteKind.Single },
});

/** The whole file from one structure, in one go: adding to a file piece by piece is a hundred times slower. */
export function sourceFile({ path, imports, header, content }: SourceFile): EmittedFile {
  const statements: (string | StatementStructures)[] = [];
  if (header !== undefined) statements.push(commentLines(header).map((line) => `// ${line}`.trimEnd()).join('\n'));
  for (const structure of imports?.structures() ?? []) statements.push({ ...structure, kind: StructureKind.ImportDeclaration });
  if (statements.length > 0) statements.push('\n');
  for (const item of content) statements.push(toStructure(item));
  const file = project.createSourceFile(`/${path}`, { statements }, { overwrite: true });
  const text = file.getFullText();
  file.forget();
  return { path, text };
}

function toStructure(item: Declaration | StatementNode | GeneratedText): string | StatementStructures {
  if ('generatedText' in item) return `\n${item.generatedText.trim()}\n`;
  if (isNode(item)) return `\n${printNode(item)}`;
  return item;
}

/** ts-morph's structures have a kind too, but as their own numbers; only nodes have flags and a position. */
function isNode(item: Declaration | StatementNode): item is StatementNode {
  return 'pos' in item && ts.isStatement(item);
}
