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
    return ok(
      parseExpressionAt(withLineBreaks(text), at, { ecmaVersion: 2024, sourceType: 'module', preserveParens: true }),
    );
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

/** Stands for a line break within quotes: of the same length, and allowed there. */
const LINE_BREAK = '\u2028';

/** In YAML with double quotes, `\n` within a text of an expression is a line break by the time the expression is read. */
function withLineBreaks(text: string): string {
  if (!text.includes('\n') || text.includes(LINE_BREAK)) return text;
  return text.replaceAll(/'(?:[^'\\]|\\[^])*'|"(?:[^"\\]|\\[^])*"|`(?:[^`\\]|\\[^])*`/g, (quoted) =>
    quoted.startsWith('`') ? quoted : quoted.replaceAll('\n', LINE_BREAK),
  );
}

/** The text that a literal writes. */
export function textOf(value: string): string {
  return value.replaceAll(LINE_BREAK, '\n');
}
