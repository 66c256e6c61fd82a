import { ts } from '../../../emit/syntax/typescript.ts';
import { globalName, isWritten, report, withoutParentheses, type Scope } from './scope.ts';
import { checkDeclaredName, checkDefinedName, checkMemberName, checkSpelling } from './names.ts';

/** Types that say nothing of what they hold, and helpers of the library. */
const UNTYPED = /^(?:__.*|Function|CallableFunction|NewableFunction|Object|IArguments|Symbol\w*)$/;

/** What the form of a node rules out, whatever the types are. */
export function checkSyntax(node: ts.Node, scope: Scope): void {
  checkDeclaredName(node, scope);
  if (ts.isTypePredicateNode(node)) checkPredicate(node, scope);
  if (ts.isIdentifier(node)) checkSpelling(node, scope);
  else if (ts.isStatement(node)) checkStatement(node, scope);
  else if (ts.isFunctionLike(node)) checkFunction(node, scope);
  if (ts.isTypeElement(node) || ts.isObjectLiteralElementLike(node)) checkMember(node, scope);
  else if (ts.isBindingElement(node)) checkBinding(node, scope);
  else if (ts.isPropertyAccessExpression(node)) checkMemberName(node.name, node.name.text, scope);
  else if (ts.isElementAccessExpression(node)) checkElement(node, scope);
  else if (ts.isTypeOperatorNode(node) && node.operator === ts.SyntaxKind.UniqueKeyword) {
    report(scope, node, "'unique symbol' is not allowed", 'use a string');
  } else if (ts.isMappedTypeNode(node) && node.nameType !== undefined) {
    report(scope, node.nameType, "'as' in a mapped type is not allowed", 'write the type out');
  } else if (ts.isTypeReferenceNode(node) && ts.isIdentifier(node.typeName) && UNTYPED.test(node.typeName.text)) {
    report(scope, node, `the type '${node.typeName.text}' is not allowed`, 'write the type out');
  } else if (ts.isTypePredicateNode(node) && (node.assertsModifier !== undefined || !('body' in node.parent))) {
    if (node.assertsModifier !== undefined) return;
    report(
      scope,
      node,
      "'x is T' is only allowed as what a function with a body returns",
      'test the value with if, and return early',
    );
  }
}

/** What the test shows of a parameter, it shows of what was handed on only if the name stands for that throughout. */
function checkPredicate(node: ts.TypePredicateNode, scope: Scope): void {
  const { parent, parameterName } = node;
  if (!('body' in parent) || !ts.isFunctionLike(parent) || !ts.isIdentifier(parameterName)) return;
  const visit = (inner: ts.Node): void => {
    if (ts.isIdentifier(inner) && inner.text === parameterName.text && isOther(inner, parent)) {
      report(
        scope,
        inner,
        `'${inner.text}' may not be changed or declared again in a function that says what it is`,
        'use another name',
      );
    }
    ts.forEachChild(inner, visit);
  };
  ts.forEachChild(parent, visit);
}

function isOther(name: ts.Identifier, within: ts.SignatureDeclaration): boolean {
  const { parent } = name;
  if (isWritten(name)) return true;
  const isDeclared =
    ts.isVariableDeclaration(parent) ||
    ts.isBindingElement(parent) ||
    ts.isFunctionDeclaration(parent) ||
    ts.isParameter(parent);
  return isDeclared && parent.name === name && parent.parent !== within;
}

function checkStatement(node: ts.Statement, scope: Scope): void {
  if (ts.isFunctionDeclaration(node)) checkFunction(node, scope);
  else if (ts.isVariableStatement(node)) checkVariables(node.declarationList, scope);
  else if (ts.isForStatement(node) || ts.isForOfStatement(node) || ts.isForInStatement(node)) checkLoop(node, scope);
  else if (ts.isTryStatement(node)) checkTry(node, scope);
  else if (ts.isThrowStatement(node)) checkThrow(node, scope);
  else if (ts.isExpressionStatement(node)) checkExpressionStatement(node, scope);
}

function checkVariables(list: ts.VariableDeclarationList, scope: Scope): void {
  const kind: number = list.flags & ts.NodeFlags.BlockScoped;
  const plain: readonly number[] = [ts.NodeFlags.Const, ts.NodeFlags.Let];
  if (!plain.includes(kind))
    report(scope, list, "only 'const' and 'let' declare variables", "write 'const', or 'let' where it changes");
}

function checkLoop(node: ts.ForStatement | ts.ForOfStatement | ts.ForInStatement, scope: Scope): void {
  const start = node.initializer;
  if (start !== undefined && ts.isVariableDeclarationList(start)) checkVariables(start, scope);
  else if (!ts.isForStatement(node))
    report(scope, start ?? node, 'a loop must declare its variable', 'write: for (const item of list)');
  if (ts.isForOfStatement(node) && node.awaitModifier !== undefined)
    report(scope, node, "'for await' is not allowed", 'write: for (const item of list)');
}

function checkTry(node: ts.TryStatement, scope: Scope): void {
  if (node.finallyBlock !== undefined)
    report(scope, node.finallyBlock, "'finally' is not allowed", 'write what it does after the try statement');
  const caught = node.catchClause?.variableDeclaration;
  if (caught === undefined || node.catchClause === undefined) return;
  const { name } = caught;
  const looked = ts.isIdentifier(name) ? lookedAt(node.catchClause.block, name, scope) : name;
  if (looked !== undefined) {
    report(
      scope,
      looked,
      'a caught error may not be looked at: its text differs from engine to engine',
      'write: catch { … }, and decide by what was tried; error instanceof SyntaxError and throw error are allowed',
    );
  }
}

/** Where a caught error is more than thrown again, or asked for its kind with `instanceof`, which engines agree on. */
function lookedAt(node: ts.Node, caught: ts.Identifier, scope: Scope): ts.Node | undefined {
  if (ts.isIdentifier(node)) {
    if (node.text !== caught.text || !isCaught(node, scope)) return undefined;
    const { parent } = node;
    if (ts.isThrowStatement(parent)) return undefined;
    const isAsked =
      ts.isBinaryExpression(parent) &&
      parent.left === node &&
      parent.operatorToken.kind === ts.SyntaxKind.InstanceOfKeyword;
    return isAsked ? undefined : node;
  }
  return ts.forEachChild(node, (child) => lookedAt(child, caught, scope));
}

function isCaught(node: ts.Identifier, scope: Scope): boolean {
  const symbol = ts.isShorthandPropertyAssignment(node.parent)
    ? scope.checker.getShorthandAssignmentValueSymbol(node.parent)
    : scope.checker.getSymbolAtLocation(node);
  const declared = symbol?.valueDeclaration;
  return declared !== undefined && ts.isCatchClause(declared.parent);
}

function checkThrow(node: ts.ThrowStatement, scope: Scope): void {
  const thrown = withoutParentheses(node.expression);
  if (ts.isIdentifier(thrown) && isCaught(thrown, scope)) return;
  if (ts.isNewExpression(thrown) && /^(?:Error|RangeError|TypeError)$/.test(globalName(thrown.expression, scope) ?? ''))
    return;
  report(scope, node, 'only errors may be thrown', "write: throw new Error('what is impossible')");
}

function checkExpressionStatement(node: ts.ExpressionStatement, scope: Scope): void {
  const done = withoutParentheses(node.expression);
  if (ts.isStringLiteralLike(done)) report(scope, node, 'a text as a statement is not allowed', 'leave it out');
}

function checkFunction(node: ts.SignatureDeclaration, scope: Scope): void {
  if ('asteriskToken' in node && node.asteriskToken !== undefined)
    report(
      scope,
      node.asteriskToken,
      'a generator is not allowed',
      'push to a list and return it: const items: string[] = []; … items.push(item); … return items',
    );
  if ((ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node)) && node.body === undefined) {
    report(scope, node, 'several signatures of a function are not allowed', 'write one signature with a union type');
  }
  for (const parameter of node.parameters) {
    if (ts.isIdentifier(parameter.name) && parameter.name.text === 'this')
      report(scope, parameter, "'this' is not allowed", 'pass the value as a parameter');
  }
}

function checkMember(node: ts.TypeElement | ts.ObjectLiteralElementLike, scope: Scope): void {
  if (ts.isMethodSignature(node)) {
    report(
      scope,
      node,
      'a method in a type is not allowed: its parameters are not checked in full',
      'write it as a field: test: (value: string) => boolean',
    );
  }
  if (node.name === undefined) return;
  const name = nameOf(node.name);
  if (ts.isObjectLiteralElementLike(node) && name !== undefined) checkDefinedName(node.name, name, scope);
  else if (name !== undefined) checkMemberName(node.name, name, scope);
}

function nameOf(name: ts.PropertyName): string | undefined {
  if (ts.isComputedPropertyName(name)) {
    const key = withoutParentheses(name.expression);
    return ts.isStringLiteralLike(key) ? key.text : undefined;
  }
  return name.text;
}

function checkBinding(node: ts.BindingElement, scope: Scope): void {
  const read = node.propertyName;
  if (read === undefined) return;
  if (ts.isComputedPropertyName(read)) {
    report(scope, read, 'a computed key in a pattern is not allowed', 'read it by itself: const value = object[key]');
    return;
  }
  checkMemberName(read, read.text, scope);
}

function checkElement(node: ts.ElementAccessExpression, scope: Scope): void {
  const key = withoutParentheses(node.argumentExpression);
  if (ts.isStringLiteralLike(key)) checkMemberName(key, key.text, scope);
  else if (ts.isNumericLiteral(key) && Number(key.text) > 1_000_000) {
    report(scope, key, 'an index above a million is not allowed', 'use a Map, or an object by text keys');
  }
}
