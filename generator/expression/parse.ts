import { parseExpressionAt, type Expression as Node } from 'acorn';
import { fail, ok, type Result } from './problem.ts';

/** Parses one whole expression; offsets of nodes are offsets in `text`. */
export function parseExpression(text: string): Result<Node> {
  const parsed = parseAt(text, 0);
  if (parsed.ok === undefined) return parsed;
  const rest = text.slice(parsed.ok.end);
  const after = rest.search(/\S/);
  if (after === -1) return parsed;
  const from = parsed.ok.end + after;
  return fail({
    what: 'syntax',
    from,
    to: text.length,
    detail: `'${text.slice(from, from + 20)}'`,
    fix: 'an expression ends before it',
  });
}

/** Parses the expression that begins at `at`, as long as it goes. Parentheses are kept, so that they count as a part of it. */
export function parseAt(text: string, at: number): Result<Node> {
  try {
    const stand = text.includes('\n') ? unusedCharacter(text) : undefined;
    const read = stand === undefined ? text : withStands(text, stand);
    const node = parseExpressionAt(read, at, { ecmaVersion: 2024, sourceType: 'module', preserveParens: true });
    if (stand !== undefined) restoreLineBreaks(node, stand);
    return ok(node);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const pos = 'pos' in error && typeof error.pos === 'number' ? error.pos : at;
    const last = Math.max(text.trimEnd().length - 1, 0);
    if (pos > last)
      return fail({
        what: 'syntax',
        from: last,
        to: last + 1,
        detail: 'the end of the text',
        fix: 'complete the expression',
      });
    const from = Math.max(pos, 0);
    const token = text.slice(from).match(/^\s*(\w+|\S)?/)?.[1];
    return fail({
      what: 'syntax',
      from,
      to: from + Math.max(token?.length ?? 1, 1),
      detail: token === undefined ? 'the end of the text' : `'${token}'`,
      fix: 'correct the expression',
    });
  }
}

/** A character that the text does not have, to stand for a line break within quotes, where JavaScript allows none. */
function unusedCharacter(text: string): string {
  let code = 0xe000;
  while (text.includes(String.fromCharCode(code))) code += 1;
  return String.fromCharCode(code);
}

/** In YAML with double quotes, `\n` within a text of an expression is a line break by the time the expression is read. */
function withStands(text: string, stand: string): string {
  return text.replaceAll(/'(?:[^'\\]|\\[^])*'|"(?:[^"\\]|\\[^])*"|`(?:[^`\\]|\\[^])*`/g, (quoted) =>
    quoted.startsWith('`') ? quoted : quoted.replaceAll('\n', stand),
  );
}

/** Gives the texts of a parsed expression their line breaks back. */
function restoreLineBreaks(node: object, stand: string): void {
  for (const [name, value] of Object.entries(node)) {
    if (typeof value === 'string') Reflect.set(node, name, value.replaceAll(stand, '\n'));
    else if (typeof value === 'object' && value !== null) restoreLineBreaks(value, stand);
  }
}
