import { ts } from '../../../emit/syntax/typescript.ts';
import { isLiteralKey, withoutParentheses } from '../rules/scope.ts';
import { wrap, type Hardening } from './hardening.ts';
import { narrowedField, narrowedRead, typeText } from './read-type.ts';

const { SyntaxKind: Kind } = ts;

/** `object[key]` whose key is only known when it runs. */
export function isDynamic(node: ts.Node): node is ts.ElementAccessExpression {
  return ts.isElementAccessExpression(node) && !isLiteralKey(withoutParentheses(node.argumentExpression));
}

/** The dynamic access that is assigned to, through parentheses and `!`. */
export function dynamicTarget(
  node: ts.Expression,
): { readonly access: ts.ElementAccessExpression; readonly there: boolean } | undefined {
  const target = withoutParentheses(node);
  if (ts.isNonNullExpression(target)) {
    const inner = dynamicTarget(target.expression);
    return inner === undefined ? undefined : { access: inner.access, there: true };
  }
  return isDynamic(target) ? { access: target, there: false } : undefined;
}

/** `object[key]` as `own(object, key)`, with the type to which TypeScript has narrowed it. */
export function writeRead(node: ts.ElementAccessExpression, to: Hardening): void {
  const narrowed = isAssigned(node) ? undefined : narrowedRead(node, to);
  if (narrowed !== undefined) to.writer.write('(');
  const proven = provenByChain(node);
  if (proven !== undefined) {
    const name = proven.getText(to.file);
    to.writer.write(`(${name} === undefined || ${name} === null ? undefined : `);
  }
  wrap(to, `${to.helpers.use('own')}(`, node.expression, ', ');
  wrap(to, '', node.argumentExpression, ')');
  if (proven !== undefined) to.writer.write(')');
  if (narrowed !== undefined) to.writer.write(` as ${narrowed})`);
}

/** `list` in `list?.[list.length - 1]`: its key relies on what `?.` has tested. */
function provenByChain(node: ts.ElementAccessExpression): ts.Expression | undefined {
  if (node.questionDotToken === undefined || !isPath(node.expression)) return undefined;
  const name = node.expression.getText();
  const mentions = (inner: ts.Node): boolean =>
    (isPath(inner) && inner.getText() === name) || (ts.forEachChild(inner, mentions) ?? false);
  return mentions(node.argumentExpression) ? node.expression : undefined;
}

/** `a.b.c`, which is the same however often it is read. */
function isPath(node: ts.Node): node is ts.Expression {
  if (ts.isIdentifier(node)) return true;
  return ts.isPropertyAccessExpression(node) && node.questionDotToken === undefined && isPath(node.expression);
}

/** What follows a dynamic read in a chain: `?.` goes on, and what was narrowed stays so. Gives false where nothing is to be done. */
export function writeField(node: ts.PropertyAccessExpression, to: Hardening): boolean {
  if (!startsDynamic(node.expression)) return false;
  const called = ts.isCallExpression(node.parent) && node.parent.expression === node;
  const narrowed = called || isAssigned(node) ? undefined : narrowedField(node, to);
  if (narrowed !== undefined) to.writer.write('(');
  wrap(to, '', node.expression, ts.isOptionalChain(node) ? '?.' : '.');
  to.writer.copy(node.name.getStart(to.file), node.name.end);
  if (narrowed !== undefined) to.writer.write(` as ${narrowed})`);
  return true;
}

function startsDynamic(node: ts.Expression): boolean {
  if (isDynamic(node)) return true;
  return ts.isPropertyAccessExpression(node) && startsDynamic(node.expression);
}

function isAssigned(node: ts.Expression): boolean {
  const { parent } = node;
  if (ts.isParenthesizedExpression(parent) || ts.isNonNullExpression(parent)) return isAssigned(parent);
  if (ts.isBinaryExpression(parent))
    return (
      parent.left === node &&
      parent.operatorToken.kind >= Kind.FirstAssignment &&
      parent.operatorToken.kind <= Kind.LastAssignment
    );
  if (ts.isPrefixUnaryExpression(parent) || ts.isPostfixUnaryExpression(parent)) {
    return parent.operator === Kind.PlusPlusToken || parent.operator === Kind.MinusMinusToken;
  }
  return ts.isDeleteExpression(parent);
}

/** `object[key] = value` and its relatives. */
export function writeAssignment(node: ts.BinaryExpression, to: Hardening): boolean {
  const operator = node.operatorToken.kind;
  if (operator < Kind.FirstAssignment || operator > Kind.LastAssignment) return false;
  const target = dynamicTarget(node.left);
  if (target === undefined) return false;
  const { access } = target;
  if (operator === Kind.EqualsToken) {
    writePut(access, to, () => to.visit(node.right));
    return true;
  }
  const sign = node.operatorToken.getText(to.file).slice(0, -1);
  if (!isRepeatable(access))
    return changed(target, to, (value) => {
      to.writer.write(`${value} ${sign} (`);
      to.visit(node.right);
      to.writer.write(')');
    });
  if (sign === '??' || sign === '||' || sign === '&&') {
    to.writer.write('(');
    writeCurrent(target, to);
    to.writer.write(` ${sign} `);
    writePut(access, to, () => to.visit(node.right));
    to.writer.write(')');
  } else {
    writePut(access, to, () => {
      writeCurrent(target, to);
      wrap(to, ` ${sign} (`, node.right, ')');
    });
  }
  return true;
}

/** `object[key]++` and `--object[key]`. */
export function writeStep(node: ts.PrefixUnaryExpression | ts.PostfixUnaryExpression, to: Hardening): boolean {
  if (node.operator !== Kind.PlusPlusToken && node.operator !== Kind.MinusMinusToken) return false;
  const target = dynamicTarget(node.operand);
  if (target === undefined) return false;
  const sign = node.operator === Kind.PlusPlusToken ? '+' : '-';
  const alone =
    ts.isExpressionStatement(node.parent) || (ts.isForStatement(node.parent) && node.parent.incrementor === node);
  if (ts.isPostfixUnaryExpression(node) && !alone) {
    to.report(
      node.getStart(to.file),
      `'${node.getText(to.file)}' within an expression is not allowed`,
      'read the value into a const, and write the next one in a statement of its own',
    );
  }
  if (!isRepeatable(target.access)) return changed(target, to, (value) => to.writer.write(`${value} ${sign} 1`));
  writePut(target.access, to, () => {
    writeCurrent(target, to);
    to.writer.write(` ${sign} 1`);
  });
  return true;
}

function writePut(access: ts.ElementAccessExpression, to: Hardening, value: () => void): void {
  wrap(to, `${to.helpers.use('put')}(`, access.expression, ', ');
  wrap(to, '', access.argumentExpression, ', ');
  value();
  to.writer.write(')');
}

function writeCurrent(
  target: { readonly access: ts.ElementAccessExpression; readonly there: boolean },
  to: Hardening,
): void {
  const { access } = target;
  // The checker gives the type after an assignment at the target; what is read before it is the type that the operator needs.
  const type = to.checker.getTypeAtLocation(access);
  if (target.there) to.writer.write(`${to.helpers.use('there')}(`);
  const declared = narrowedRead(access, to);
  if (declared !== undefined) to.writer.write('(');
  wrap(to, `${to.helpers.use('own')}(`, access.expression, ', ');
  wrap(to, '', access.argumentExpression, ')');
  if (declared !== undefined) to.writer.write(` as ${typeText(type, access, to.checker)})`);
  if (target.there) to.writer.write(')');
}

function changed(
  target: { readonly access: ts.ElementAccessExpression; readonly there: boolean },
  to: Hardening,
  next: (value: string) => void,
): boolean {
  const value = to.helpers.free('value');
  wrap(to, `${to.helpers.use('change')}(`, target.access.expression, ', ');
  wrap(to, '', target.access.argumentExpression, `, (${value}) => `);
  next(target.there ? `${to.helpers.use('there')}(${value})` : value);
  to.writer.write(')');
  return true;
}

/** Whether working a target out twice does the same as once. */
function isRepeatable(node: ts.Expression): boolean {
  if (ts.isIdentifier(node) || ts.isNumericLiteral(node) || ts.isStringLiteralLike(node)) return true;
  if (ts.isParenthesizedExpression(node) || ts.isNonNullExpression(node) || ts.isPropertyAccessExpression(node))
    return isRepeatable(node.expression);
  if (ts.isElementAccessExpression(node)) return isRepeatable(node.expression) && isRepeatable(node.argumentExpression);
  if (ts.isTemplateExpression(node)) return node.templateSpans.every((span) => isRepeatable(span.expression));
  if (!ts.isBinaryExpression(node)) return false;
  const { kind } = node.operatorToken;
  return (
    (kind < Kind.FirstAssignment || kind > Kind.LastAssignment) && isRepeatable(node.left) && isRepeatable(node.right)
  );
}
