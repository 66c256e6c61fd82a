import { ts, type ObjectEntryNode, type StatementNode } from './typescript.ts';
import { makeVisible } from './visible.ts';

/** Comments that tools obey: a text from a spec must not switch off a check of the code that it stands above. */
const DIRECTIVE =
  /@(?=ts-)|\b(?<=(?:eslint|oxlint|prettier|oxfmt|biome|deno|tslint|v8|c8|istanbul))[-: ](?=(?:disable|enable|ignore|lint))/gi;

/** Any text as the lines of a doc comment: nothing in it can end the comment, direct a tool, or hide. */
export function commentLines(text: string): string[] {
  return text
    .replaceAll(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .split('\n')
    .map((line) =>
      makeVisible(line.replaceAll('\t', '  ').trimEnd())
        .replaceAll('*/', '*\\/')
        .replaceAll(DIRECTIVE, (found) => (found === '@' ? '@ ' : ' - ')),
    );
}

/** The node with a doc comment above it, if there is something to say. */
export function withDoc<N extends ts.Node>(node: N, doc: string | undefined): N {
  const text = doc?.trim() ?? '';
  if (text === '') return node;
  const lines = commentLines(text);
  const content =
    lines.length === 1 ? `* ${lines.join('')} ` : `*\n${lines.map((line) => ` * ${line}`.trimEnd()).join('\n')}\n `;
  return ts.addSyntheticLeadingComment(node, ts.SyntaxKind.MultiLineCommentTrivia, content, true);
}

/** The same as text, for a declaration that another generator of this stage writes. */
export function docComment(text: string): string {
  const lines = commentLines(text.trim());
  return lines.length > 1
    ? `/**\n${lines.map((line) => ` * ${line}`.trimEnd()).join('\n')}\n */`
    : `/** ${lines.join('')} */`;
}

/** Any text as the content of a one-line comment. */
export function commentLine(text: string): string {
  return commentLines(text.trim()).join(' ').replaceAll(/ {2,}/g, ' ');
}

/** The statement, or the entry of an object, with a `//` comment above it. */
export function withComment<S extends StatementNode | ObjectEntryNode>(statement: S, text: string | undefined): S {
  const line = text === undefined ? '' : commentLine(text);
  return line === ''
    ? statement
    : ts.addSyntheticLeadingComment(statement, ts.SyntaxKind.SingleLineCommentTrivia, ` ${line}`, true);
}

/** What `spaced` leaves for the printer; no comment with text can look like it, as text always follows a space. */
export const BLANK_LINE = '~';

/** The statement, or the entry of an object, with a blank line above it. */
export function spaced<S extends StatementNode | ObjectEntryNode>(statement: S): S {
  const comments = ts.getSyntheticLeadingComments(statement) ?? [];
  return ts.setSyntheticLeadingComments(statement, [
    { kind: ts.SyntaxKind.SingleLineCommentTrivia, text: BLANK_LINE, hasTrailingNewLine: true, pos: -1, end: -1 },
    ...comments,
  ]);
}
