import { ts } from '../../../emit/syntax/typescript.ts';
import { report, type Scope } from '../rules/scope.ts';
import { ambiguityOf } from './ambiguity.ts';
import { writtenPattern } from './written-pattern.ts';

/** A pattern that can take endlessly long on a short text, or that remembers between calls where it stopped. */
export function checkPattern(node: ts.RegularExpressionLiteral, scope: Scope): void {
  const { source, flags } = writtenPattern(node);
  const found = ambiguityOf(source, flags);
  if (found === 'unreadable') report(scope, node, 'the pattern cannot be read', 'write a simpler pattern');
  else if (found === 'exponential') {
    report(
      scope,
      node,
      'the pattern can take endlessly long: a repetition in a repetition can match the same text in two ways',
      'let each character match in one way only: ([a-z]+,)* for ([a-z]+,?)*; or split the text first',
    );
  } else if (found === 'steep') {
    report(
      scope,
      node,
      'the pattern takes very long on a long text: too many repetitions after each other can match the same characters',
      'separate them by characters that they do not match: [^,]* for .*; or split the text first',
    );
  }
  if (/[gy]/.test(flags)) checkKept(node, scope);
}

/** At the top of the file, a pattern with `g` lives on from call to call, and `test` and `exec` begin where the last one ended. */
function checkKept(node: ts.RegularExpressionLiteral, scope: Scope): void {
  for (let outer: ts.Node = node.parent; !ts.isSourceFile(outer); outer = outer.parent)
    if (ts.isFunctionLike(outer)) return;
  const { parent } = node;
  const symbol = ts.isVariableDeclaration(parent) ? scope.checker.getSymbolAtLocation(parent.name) : undefined;
  if (symbol !== undefined && onlyMatched(symbol, scope)) return;
  report(
    scope,
    node,
    "a pattern with the flag 'g' or 'y' outside of a function remembers where it stopped",
    'write it in the function, or leave the flag out for test and exec',
  );
}

function onlyMatched(symbol: ts.Symbol, scope: Scope): boolean {
  const visit = (node: ts.Node): boolean => {
    if (
      ts.isIdentifier(node) &&
      !ts.isVariableDeclaration(node.parent) &&
      scope.checker.getSymbolAtLocation(node) === symbol
    ) {
      const call = node.parent;
      if (!ts.isCallExpression(call) || call.arguments[0] !== node || !ts.isPropertyAccessExpression(call.expression))
        return false;
      if (!/^(?:matchAll|match|replace|replaceAll|split|search)$/.test(call.expression.name.text)) return false;
    }
    return ts.forEachChild(node, (child) => (visit(child) ? undefined : true)) !== true;
  };
  return visit(scope.file);
}
