import { ts } from '../../../emit/syntax/typescript.ts';
import {
  globalName,
  isLiteralKey,
  isPrimitive,
  isUnknown,
  libraryMember,
  withoutParentheses,
  type Scope,
} from '../rules/scope.ts';
import { provenBy } from '../claims.ts';
import { castOf } from '../rules/casts.ts';
import { writeCatch, writeFunction, writeLoop } from './functions.ts';
import { isLastUse } from './last-use.ts';
import { wrap, type Hardening } from './hardening.ts';
import { helpersFor } from './helpers.ts';
import { isDynamic, writeAssignment, writeField, writeRead, writeStep } from './members.ts';
import { openWriter } from './writer.ts';

const LENGTHS = new Set(['.repeat', '.padStart', '.padEnd']);

export interface Hardened {
  /** The import of what it calls. */
  readonly imports: string;
  /** It has to be type-checked again. */
  readonly tellsLess: boolean;
  /** The statements from `start` on, hardened. */
  readonly code: string;
  /** The place in the file that an offset of `code` came from. */
  readonly origin: (at: number) => number;
}

/**
 * Code that keeps the rules, so that it keeps them when it runs as well: what types say is not relied on where a key, a length or
 * the number of rounds is only known then. On values that fit their types it does the same as before.
 */
export function harden(
  scope: Pick<Scope, 'file' | 'checker' | 'contract' | 'report'>,
  gap: ts.FunctionDeclaration,
  statements: readonly ts.Statement[],
  start: number,
): Hardened {
  const { file } = scope;
  const helpers = helpersFor(file);
  const writer = openWriter(file);
  const inner =
    callsItself(gap, scope) || takesDefaults(gap) ? helpers.free(`${scope.contract.functionName}Of`) : undefined;
  const to: Hardening = {
    ...scope,
    gap,
    inner,
    writer,
    helpers,
    visit: (node) => visit(node, to),
    children: (node) => children(node, to),
  };
  let at = start;
  for (const statement of statements) {
    writer.copy(at, statement.getStart(file));
    visit(statement, to);
    at = statement.end;
  }
  writer.copy(at, file.text.length);
  return { imports: helpers.importLine(), tellsLess: helpers.tellsLess(), code: writer.text(), origin: writer.origin };
}

function visit(node: ts.Node, to: Hardening): void {
  write(node, to);
  // What follows may begin with a bracket now, which would go on with a statement that has no end.
  if (isOpenEnded(node) && to.file.text[node.end - 1] !== ';') to.writer.write(';');
}

function isOpenEnded(node: ts.Node): boolean {
  if (ts.isVariableStatement(node) || ts.isExpressionStatement(node) || ts.isReturnStatement(node)) return true;
  return ts.isThrowStatement(node) || ts.isBreakOrContinueStatement(node);
}

function write(node: ts.Node, to: Hardening): void {
  const proven = provenBy(node);
  if (proven !== undefined) return visit(withoutParentheses(proven), to);
  if (
    ts.isFunctionDeclaration(node) ||
    ts.isFunctionExpression(node) ||
    ts.isArrowFunction(node) ||
    ts.isMethodDeclaration(node)
  )
    return writeFunction(node, to);
  if (ts.isIterationStatement(node, false)) return writeLoop(node, to);
  if (ts.isCatchClause(node)) return writeCatch(node, to);
  if (isDynamic(node))
    return isPattern(node)
      ? writeTarget(node, to)
      : ts.isDeleteExpression(node.parent)
        ? children(node, to)
        : writeRead(node, to);
  if (ts.isPropertyAccessExpression(node) && writeField(node, to)) return;
  if (ts.isBinaryExpression(node) && (writeAssignment(node, to) || writeIn(node, to))) return;
  if ((ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) && writeStep(node, to)) return;
  if (ts.isAsExpression(node) && writeCast(node, to)) return;
  if (ts.isNonNullExpression(node)) return wrap(to, `${to.helpers.use('there')}(`, node.expression, ')');
  if (ts.isCallExpression(node) && writeCall(node, to)) return;
  if (ts.isNewExpression(node) && writeNew(node, to)) return;
  if (ts.isTemplateSpan(node) && writeSpan(node, to)) return;
  if (ts.isVariableDeclaration(node) && isConstant(node, to)) return writeConstant(node, to);
  if (ts.isIdentifier(node) && to.inner !== undefined && isGap(node, to)) return to.writer.write(to.inner);
  children(node, to);
}

function children(node: ts.Node, to: Hardening): void {
  let at = node.getStart(to.file);
  ts.forEachChild(node, (child) => {
    const start = child.getStart(to.file);
    to.writer.copy(at, start);
    visit(child, to);
    at = child.end;
  });
  to.writer.copy(at, node.end);
}

/** `[list[i], list[j]] = …`: a place that a pattern writes to. */
function isPattern(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isArrayLiteralExpression(parent) || ts.isSpreadElement(parent) || ts.isParenthesizedExpression(parent))
    return isPattern(parent);
  return (
    ts.isBinaryExpression(parent) &&
    parent.left === node &&
    parent.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
    ts.isArrayLiteralExpression(node)
  );
}

function writeTarget(node: ts.ElementAccessExpression, to: Hardening): void {
  wrap(to, '', node.expression, `[${to.helpers.use('key')}(`);
  wrap(to, '', node.argumentExpression, ')]');
}

/** A claim that is looked at when it runs. */
function writeCast(node: ts.AsExpression, to: Hardening): boolean {
  const cast = castOf(node, to);
  if (cast === undefined || cast.kind === 'known' || cast.kind === 'asked') return false;
  const kept = cast.kind !== 'tuple' && isLastUse(node, to);
  if (kept) to.writer.write('(');
  if (cast.kind === 'typed') wrap(to, `${to.helpers.use('typed')}(`, node.expression, `, '${cast.name}')`);
  else if (cast.kind === 'tuple') {
    wrap(
      to,
      `(${to.helpers.use('tuple')}(`,
      node.expression,
      `, ${String(cast.length)}) as ${node.type.getText(to.file)})`,
    );
  } else {
    const check = to.helpers.use(cast.kind === 'one' ? 'oneOf' : 'eachOf');
    wrap(to, `${check}(`, node.expression, `, [${cast.values.join(', ')}])`);
  }
  if (kept) to.writer.write(` satisfies ${node.type.getText(to.file)})`);
  return true;
}

function writeIn(node: ts.BinaryExpression, to: Hardening): boolean {
  if (node.operatorToken.kind !== ts.SyntaxKind.InKeyword || isLiteralKey(withoutParentheses(node.left))) return false;
  wrap(to, `${to.helpers.use('has')}(`, node.right, ', ');
  wrap(to, '', node.left, ')');
  return true;
}

function writeCall(node: ts.CallExpression, to: Hardening): boolean {
  const [first, ...others] = node.arguments;
  if (first === undefined) return false;
  const member = libraryMember(node.expression, to);
  const called = globalName(node.expression, to);
  if (called === 'String' && isUnknown(to.checker.getTypeAtLocation(first))) {
    wrap(to, `${to.helpers.use('text')}(`, first, ')');
  } else if (called === 'structuredClone') {
    const types = node.typeArguments?.map((type) => type.getText(to.file)).join(', ');
    wrap(to, `${to.helpers.use('copied')}${types === undefined ? '' : `<${types}>`}(`, first, ')');
  } else if (member === 'JSON.parse') {
    wrap(to, '(JSON.parse(', first, ') as unknown)');
  } else if (member === 'Date.parse') {
    wrap(to, `${to.helpers.use('utc')}(`, first, ').getTime()');
  } else if ((member !== undefined && LENGTHS.has(member)) || called === 'Array') {
    writeLimited(node, first, others, to);
  } else if (member === 'Array.from' && ts.isObjectLiteralExpression(first)) {
    to.writer.copy(node.getStart(to.file), first.getStart(to.file));
    writeLength(first, to);
    for (const other of others) wrap(to, ', ', other, '');
    to.writer.write(')');
  } else return false;
  return true;
}

function writeLimited(
  node: ts.CallExpression | ts.NewExpression,
  first: ts.Expression,
  others: readonly ts.Expression[],
  to: Hardening,
): void {
  if (ts.isNewExpression(node)) to.writer.write('new ');
  to.visit(node.expression);
  const types = node.typeArguments?.map((type) => type.getText(to.file)).join(', ');
  if (ts.isCallExpression(node) && node.questionDotToken !== undefined) to.writer.write('?.');
  to.writer.write(types === undefined ? '(' : `<${types}>(`);
  if (ts.isNumericLiteral(first) && Number(first.text) <= 1000) to.visit(first);
  else wrap(to, `${to.helpers.use('limited')}(`, first, ')');
  for (const other of others) wrap(to, ', ', other, '');
  to.writer.write(')');
}

function writeLength(options: ts.ObjectLiteralExpression, to: Hardening): void {
  to.writer.write('{ ');
  for (const property of options.properties) {
    if (ts.isPropertyAssignment(property)) {
      to.visit(property.name);
      wrap(to, `: ${to.helpers.use('limited')}(`, property.initializer, '), ');
    } else if (ts.isShorthandPropertyAssignment(property)) {
      to.writer.write(`${property.name.text}: ${to.helpers.use('limited')}(${property.name.text}), `);
    } else
      to.report(property.getStart(to.file), 'the length is not written out', 'write: Array.from({ length: n }, …)');
  }
  to.writer.write('}');
}

function writeNew(node: ts.NewExpression, to: Hardening): boolean {
  const [first, ...others] = node.arguments ?? [];
  if (first === undefined) return false;
  const made = globalName(node.expression, to);
  if (made === 'Date') wrap(to, `${to.helpers.use('utc')}(`, first, ')');
  else if (made === 'Array') writeLimited(node, first, others, to);
  else return false;
  return true;
}

function writeSpan(node: ts.TemplateSpan, to: Hardening): boolean {
  if (!isUnknown(to.checker.getTypeAtLocation(node.expression))) return false;
  wrap(to, `${to.helpers.use('text')}(`, node.expression, ')');
  to.writer.copy(node.literal.getStart(to.file), node.literal.end);
  return true;
}

/** A table at the top of the file. */
function isConstant(node: ts.VariableDeclaration, to: Hardening): boolean {
  if (!ts.isVariableStatement(node.parent.parent) || !ts.isSourceFile(node.parent.parent.parent)) return false;
  if (node.initializer === undefined) return false;
  const type = to.checker.getTypeAtLocation(node.initializer);
  return (
    !isPrimitive(type, to.checker) &&
    type.getCallSignatures().length === 0 &&
    !ts.isRegularExpressionLiteral(node.initializer)
  );
}

function writeConstant(node: ts.VariableDeclaration, to: Hardening): void {
  if (node.initializer === undefined) return;
  to.writer.copy(node.getStart(to.file), node.initializer.getStart(to.file));
  wrap(to, `${to.helpers.use('constant')}(`, node.initializer, ')');
}

function isGap(node: ts.Identifier, to: Pick<Hardening, 'checker' | 'gap'>): boolean {
  const symbol = to.checker.getSymbolAtLocation(node);
  return symbol?.declarations?.includes(to.gap) ?? false;
}

function callsItself(gap: ts.FunctionDeclaration, scope: Pick<Scope, 'checker' | 'file'>): boolean {
  const search = (node: ts.Node): boolean => {
    if (ts.isIdentifier(node) && node !== gap.name && isGap(node, { checker: scope.checker, gap })) return true;
    return ts.forEachChild(node, (child) => search(child) || undefined) ?? false;
  };
  return search(scope.file);
}

/** A default of a parameter is worked out before the body begins, with what fuel the last call left. */
function takesDefaults(gap: ts.FunctionDeclaration): boolean {
  const search = (node: ts.Node): boolean =>
    (ts.isBindingElement(node) && node.initializer !== undefined && !ts.isLiteralExpression(node.initializer)) ||
    (ts.forEachChild(node, (child) => search(child) || undefined) ?? false);
  return gap.parameters.some(search);
}
