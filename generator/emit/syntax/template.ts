import { ts, type ExpressionNode } from './typescript.ts';
import { stringLiteral } from './literal.ts';
import { makeVisible } from './visible.ts';

/** A template literal of texts and expressions; a plain string where there is no expression. */
export function template(parts: readonly (string | ExpressionNode)[]): ExpressionNode {
  const texts: string[] = [''];
  const values: ExpressionNode[] = [];
  for (const part of parts) {
    if (typeof part === 'string') texts[texts.length - 1] += part;
    else {
      values.push(part);
      texts.push('');
    }
  }
  const [head = '', ...rest] = texts;
  if (values.length === 0) return stringLiteral(head);
  const last = values.length - 1;
  const spans = values.map((value, at) => {
    const text = rest[at] ?? '';
    const end =
      at === last ? ts.factory.createTemplateTail(text, raw(text)) : ts.factory.createTemplateMiddle(text, raw(text));
    return ts.factory.createTemplateSpan(value, end);
  });
  return ts.factory.createTemplateExpression(ts.factory.createTemplateHead(head, raw(head)), spans);
}

/** The text as it stands between backticks: on one line, all that is special or cannot be seen escaped. */
function raw(text: string): string {
  return makeVisible(
    text
      .replaceAll(/[\\`]|\$(?=\{)/g, '\\$&')
      .replaceAll('\n', '\\n')
      .replaceAll('\t', '\\t')
      .replaceAll('\r', '\\r'),
  );
}
