import { commentLines, printNode, propertyName, stringLiteral } from '../../syntax/index.ts';

/** How a text from a spec goes through the type generator: as an identifier that stands for it, replaced at the end. */
export interface Tokens {
  /** A type, already written in TypeScript. */
  readonly type: (text: string) => string;
  /** The name of a property: any text. */
  readonly key: (name: string) => string;
  /** Text of a doc comment. */
  readonly comment: (text: string) => string;
  /** `source` with what its tokens stand for. */
  readonly replaceIn: (source: string) => string;
}

const TOKEN = /\bFlowright(\d+)Token\b/g;

/** No text of a spec ever reaches the type generator, so none can be taken for code, a name or an option there. */
export function createTokens(): Tokens {
  const texts: string[] = [];
  const token = (text: string): string => `Flowright${texts.push(text) - 1}Token`;
  return {
    type: token,
    key: (name) => token(printNode(propertyName(name))),
    comment: (text) => token(commentText(text)),
    replaceIn: (source) => source.replaceAll(TOKEN, (found, index: string) => texts[Number(index)] ?? found),
  };
}

/** A JSON value as a literal type. */
export function literalType(value: unknown): string {
  if (typeof value === 'string') return printNode(stringLiteral(value));
  if (Array.isArray(value)) return `[${value.map(literalType).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  return `{ ${Object.entries(value)
    .map(([name, item]) => `${printNode(propertyName(name))}: ${literalType(item)}`)
    .join('; ')} }`;
}

/** The lines of a doc comment, which cannot end it. */
function commentText(text: string): string {
  return commentLines(text.trim()).join('\n * ');
}
