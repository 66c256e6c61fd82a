import { visitRegExpAST } from '@eslint-community/regexpp';
import { count } from '../../../diagnostics/render/count.ts';
import { ts } from '../../../emit/syntax/typescript.ts';
import { parsePattern } from '../regex/parse-pattern.ts';
import { writtenPattern } from '../regex/written-pattern.ts';
import { isPrimitive, report, type Scope } from './scope.ts';

/** After the groups, a replacer is given a number and the whole text. */
export function checkReplacer(node: ts.CallExpression, scope: Scope): void {
  const [pattern, by] = node.arguments;
  if (pattern === undefined || by === undefined || (!ts.isArrowFunction(by) && !ts.isFunctionExpression(by))) return;
  const groups = groupsOf(pattern, scope);
  const taken = by.parameters.some((parameter) => parameter.dotDotDotToken !== undefined)
    ? Infinity
    : by.parameters.length - 1;
  if (groups === undefined || taken <= groups) return;
  report(
    scope,
    by,
    `the pattern has ${count(groups, 'group')}, and the function takes more`,
    'take the match and its groups only; for their places, use matchAll',
  );
}

/** How many groups a pattern has; undefined where it cannot be seen. */
function groupsOf(node: ts.Expression, scope: Scope): number | undefined {
  if (ts.isRegularExpressionLiteral(node)) return groupsIn(node);
  if (isPrimitive(scope.checker.getTypeAtLocation(node), scope.checker)) return 0;
  const declared = scope.checker.getSymbolAtLocation(node)?.valueDeclaration;
  if (declared === undefined || !ts.isVariableDeclaration(declared) || declared.initializer === undefined)
    return undefined;
  return ts.isRegularExpressionLiteral(declared.initializer) ? groupsIn(declared.initializer) : undefined;
}

/** Undefined for what is no pattern, which is refused as one. */
function groupsIn(node: ts.RegularExpressionLiteral): number | undefined {
  const { source, flags } = writtenPattern(node);
  let groups = 0;
  try {
    visitRegExpAST(parsePattern(source, flags), { onCapturingGroupEnter: () => void (groups += 1) });
  } catch {
    return undefined;
  }
  return groups;
}
