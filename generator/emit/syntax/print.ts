import { ts, type StatementNode } from './typescript.ts';
import { BLANK_LINE } from './comment.ts';

const printer = ts.createPrinter({ newLine: ts.NewLineKind.LineFeed, removeComments: false });
const nowhere = ts.createSourceFile('printed.ts', '', ts.ScriptTarget.ESNext);
const BLANK_LINES = new RegExp(`^[ \\t]*//${BLANK_LINE}$`, 'gm');

/** One node as text; the formatter lays it out. */
export function printNode(node: ts.Node): string {
  return printer.printNode(ts.EmitHint.Unspecified, node, nowhere).replaceAll(BLANK_LINES, '');
}

export function printStatements(statements: readonly StatementNode[]): string {
  return statements.map(printNode).join('\n');
}
