import type { ts } from '../../../emit/syntax/typescript.ts';

/** What a literal has between its slashes and behind them. */
export function writtenPattern(node: ts.RegularExpressionLiteral): { readonly source: string; readonly flags: string } {
  const end = node.text.lastIndexOf('/');
  return { source: node.text.slice(1, end), flags: node.text.slice(end + 1) };
}
