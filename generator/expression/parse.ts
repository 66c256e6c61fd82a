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
    return ok(parseExpressionAt(text, at, { ecmaVersion: 2024, sourceType: 'module', preserveParens: true }));
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
