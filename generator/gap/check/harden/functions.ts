import { ts } from '../../../emit/syntax/typescript.ts';
import { isAssignment, libraryMember } from '../rules/scope.ts';
import { wrap, type Hardening } from './hardening.ts';

/** A function with the fuel that each call of it burns. */
export function writeFunction(node: ts.FunctionLikeDeclaration, to: Hardening): void {
  const { body } = node;
  if (body === undefined) return to.children(node);
  if (node === to.gap) return writeGap(to.gap, to);
  before(node, body, to);
  if (ts.isBlock(body)) return writeBlock(body, `${to.helpers.use('fuel')}.burn();`, to);
  if (isOnceEach(node, to)) return to.visit(body);
  return wrap(to, `(${to.helpers.use('fuel')}.burn(), `, body, ')');
}

/** The gap's own function: it fills the tank. One that calls itself does so by another function, which only burns. */
function writeGap(gap: ts.FunctionDeclaration, to: Hardening): void {
  const { body } = gap;
  if (body === undefined) return;
  const fuel = to.helpers.use('fuel');
  if (to.inner === undefined) {
    before(gap, body, to);
    return writeBlock(body, `${fuel}.start();`, to);
  }
  const { inputType, outputType, functionName } = to.contract;
  to.writer.write(
    `export function ${functionName}(input: ${inputType}): ${outputType} {\n${fuel}.start();\nreturn ${to.inner}(input);\n}\n\n`,
  );
  const [parameter] = gap.parameters;
  to.writer.write(`function ${to.inner}(`);
  if (parameter !== undefined) to.visit(parameter);
  to.writer.write(`): ${outputType} `);
  writeBlock(body, `${fuel}.burn();`, to);
}

/** All of a node that stands before one of its last children. */
function before(node: ts.Node, last: ts.Node, to: Hardening): void {
  let at = node.getStart(to.file);
  ts.forEachChild(node, (child) => {
    if (child === last) return;
    const start = child.getStart(to.file);
    to.writer.copy(at, start);
    to.visit(child);
    at = child.end;
  });
  to.writer.copy(at, last.getStart(to.file));
}

/** A block with a statement before its first one, as far in as that: what is laid out well is found to be so at once. */
export function writeBlock(block: ts.Block, first: string, to: Hardening): void {
  let at = block.getStart(to.file) + 1;
  const [, indent = ''] = /^\n( *)/.exec(to.file.text.slice(at, block.end)) ?? [];
  to.writer.write(`{\n${indent}${first}`);
  for (const statement of block.statements) {
    const start = statement.getStart(to.file);
    to.writer.copy(at, start);
    to.visit(statement);
    at = statement.end;
  }
  to.writer.copy(at, block.end);
}

/** The body of a loop. */
export function writeLoop(node: ts.IterationStatement, to: Hardening): void {
  const burn = `${to.helpers.use('fuel')}.burn();`;
  const body = node.statement;
  if (ts.isForInStatement(node)) {
    wrap(to, 'for (', node.initializer, ' of Object.keys(');
    wrap(to, '', node.expression, ')) ');
  } else if (ts.isDoStatement(node)) to.writer.write('do ');
  else before(node, body, to);
  if (ts.isBlock(body)) writeBlock(body, burn, to);
  else wrap(to, `{\n${burn}\n`, body, '\n}');
  if (ts.isDoStatement(node)) wrap(to, ' while (', node.expression, ');');
}

/** `catch` lets through what a body must not survive. */
export function writeCatch(node: ts.CatchClause, to: Hardening): void {
  const error = node.variableDeclaration?.name.getText(to.file) ?? to.helpers.free('error');
  to.writer.write(`catch (${error}) `);
  writeBlock(node.block, `${to.helpers.use('fuel')}.caught(${error});`, to);
}

/**
 * A short callback that runs at most once for each item that is there: directly in the gap's function, in no loop, with no
 * function of its own. It needs no fuel, and reads better without.
 */
function isOnceEach(node: ts.FunctionLikeDeclaration, to: Hardening): boolean {
  if (holdsFunction(node.body) || isGrowing(node.body, to)) return false;
  for (let outer = node.parent; !ts.isSourceFile(outer); outer = outer.parent) {
    if (outer === to.gap) return to.inner === undefined;
    if (ts.isFunctionLike(outer) || ts.isIterationStatement(outer, false)) return false;
  }
  // At the top of the file: it runs when somebody calls it.
  return false;
}

/** What a callback adds to may be what it is called for each item of: a set that grows while it is walked has no end. */
function isGrowing(node: ts.Node | undefined, to: Hardening): boolean {
  if (node === undefined) return false;
  if (ts.isCallExpression(node) && GROWING.has(libraryMember(node.expression, to) ?? '')) return true;
  if (ts.isBinaryExpression(node) && isAssignment(node) && ts.isElementAccessExpression(node.left)) return true;
  return ts.forEachChild(node, (child) => isGrowing(child, to) || undefined) ?? false;
}

const GROWING: ReadonlySet<string> = new Set(['.add', '.set', '.push', '.unshift', '.splice']);

function holdsFunction(node: ts.Node | undefined): boolean {
  if (node === undefined) return false;
  if (ts.isFunctionLike(node)) return true;
  return ts.forEachChild(node, (child) => holdsFunction(child) || undefined) ?? false;
}
