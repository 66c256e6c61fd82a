import { asText, checkNode, type Context } from './check-expression.ts';
import type { Expression } from './expression.ts';
import { parseAt } from './parse.ts';
import { fail, ok, type Problem, type Result } from './problem.ts';
import { literalType, STRING } from './types.ts';

/** Whether a text holds any `{expression}` or escaped brace. */
export function isTemplate(text: string): boolean {
  return /[{}]/.test(text);
}

/**
 * Reads text in which `{expression}` stands for a value and `{{`, `}}` for braces. A text that is nothing but one
 * `{expression}` keeps the value's type where `keepType` is set; else the result is text.
 */
export function checkTemplate(
  text: string,
  context: Context,
  options: { readonly keepType: boolean },
): Result<Expression> {
  const parts: (string | Expression)[] = [];
  const problems: Problem[] = [];
  let literal = '';
  let unread = false;
  let at = 0;
  while (at < text.length) {
    const char = text.charAt(at);
    if ((char === '{' || char === '}') && text.charAt(at + 1) === char) {
      literal += char;
      at += 2;
    } else if (char === '}') {
      return fail({ what: 'syntax', from: at, to: at + 1, detail: "'}'", fix: 'write }} for a literal brace' });
    } else if (char === '{') {
      const hole = checkHole(text, at, context);
      if (hole.problems !== undefined) return fail(...problems, ...hole.problems);
      const whole = options.keepType && at === 0 && hole.ok.end === text.length;
      if (whole) return ok(hole.ok.expression);
      const part = asText(ok(hole.ok.expression), at + 1, hole.ok.end - 1);
      if (literal !== '') parts.push(literal);
      literal = '';
      unread ||= part.ok === undefined;
      if (part.ok === undefined) problems.push(...part.problems);
      else parts.push(part.ok);
      at = hole.ok.end;
    } else {
      literal += char;
      at += 1;
    }
  }
  if (problems.length > 0 || unread) return fail(...problems);
  if (parts.length === 0) return ok({ kind: 'literal', value: literal, type: literalType(literal) });
  return ok({ kind: 'template', parts: literal === '' ? parts : [...parts, literal], type: STRING });
}

function checkHole(
  text: string,
  open: number,
  context: Context,
): Result<{ readonly expression: Expression; readonly end: number }> {
  const parsed = parseAt(text, open + 1);
  if (parsed.ok === undefined) return parsed;
  const close = text.indexOf('}', parsed.ok.end);
  if (close === -1)
    return fail({
      what: 'syntax',
      from: open,
      to: open + 1,
      detail: "'{' without its '}'",
      fix: "close it with '}', or write {{ for a literal brace",
    });
  const rest = text.slice(parsed.ok.end, close).trim();
  if (rest !== '') {
    const from = text.indexOf(rest, parsed.ok.end);
    return fail({
      what: 'syntax',
      from,
      to: from + rest.length,
      detail: `'${rest}'`,
      fix: 'an expression ends before it',
    });
  }
  const checked = checkNode(parsed.ok, context);
  return checked.ok === undefined ? checked : ok({ expression: checked.ok, end: close + 1 });
}
