import { ts } from '../../../emit/syntax/typescript.ts';
import type { GapContract } from '../../contract/contract.ts';
import type { Report } from '../body.ts';

/** What the rules know besides the node in question. */
export interface Scope {
  readonly file: ts.SourceFile;
  readonly checker: ts.TypeChecker;
  readonly contract: GapContract;
  /** Names of fields of the contract's types: whatever they are, the data has them. */
  readonly fields: ReadonlySet<string>;
  readonly report: Report;
}

export function report(scope: Scope, node: ts.Node, message: string, fix: string): void {
  scope.report(node.getStart(scope.file), message, fix);
}

/** The declaration that a name stands for lies in the curated library. */
export function isOfLibrary(symbol: ts.Symbol | undefined): boolean {
  return symbol?.declarations?.some((declaration) => declaration.getSourceFile().fileName === '/library.d.ts') ?? false;
}

/** The global of the library that an expression names: `Object` in `Object.keys`. */
export function globalName(node: ts.Node, scope: Pick<Scope, 'checker'>): string | undefined {
  if (!ts.isIdentifier(node)) return undefined;
  return isOfLibrary(scope.checker.getSymbolAtLocation(node)) ? node.text : undefined;
}

/** `Object.keys` where an expression reads it from the library's global, `.padStart` where it is a method of the library. */
export function libraryMember(node: ts.Node, scope: Pick<Scope, 'checker'>): string | undefined {
  if (!ts.isPropertyAccessExpression(node)) return undefined;
  if (!isOfLibrary(scope.checker.getSymbolAtLocation(node.name))) return undefined;
  const of = globalName(node.expression, scope);
  return of === undefined ? `.${node.name.text}` : `${of}.${node.name.text}`;
}

const PRIMITIVE =
  ts.TypeFlags.StringLike |
  ts.TypeFlags.NumberLike |
  ts.TypeFlags.BooleanLike |
  ts.TypeFlags.Null |
  ts.TypeFlags.Undefined |
  ts.TypeFlags.Never;

/** Text, number, boolean or nothing: what has one text everywhere. */
export function isPrimitive(type: ts.Type, checker: ts.TypeChecker): boolean {
  if (type.isUnion()) return type.types.every((part) => isPrimitive(part, checker));
  if (type.isIntersection()) return type.types.some((part) => isPrimitive(part, checker));
  if ((type.flags & ts.TypeFlags.TypeParameter) !== 0) {
    const limit = checker.getBaseConstraintOfType(type);
    return limit !== undefined && limit !== type && isPrimitive(limit, checker);
  }
  return (type.flags & PRIMITIVE) !== 0;
}

/** Unknown, or unknown but for being there (`{}`). */
export function isUnknown(type: ts.Type): boolean {
  if ((type.flags & ts.TypeFlags.Unknown) !== 0) return true;
  if (type.isUnion()) return type.types.some(isUnknown);
  const isObject =
    (type.flags & ts.TypeFlags.Object) !== 0 && (type.symbol === undefined || type.symbol.name === '__type');
  return (
    isObject &&
    type.getProperties().length === 0 &&
    type.getCallSignatures().length === 0 &&
    type.getStringIndexType() === undefined &&
    type.getNumberIndexType() === undefined
  );
}

/** A key that is written out: reading it needs no care that its name has not had. */
export function isLiteralKey(node: ts.Expression): boolean {
  if (ts.isStringLiteralLike(node) || ts.isNumericLiteral(node)) return true;
  return (
    ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.MinusToken && ts.isNumericLiteral(node.operand)
  );
}

export function withoutParentheses(node: ts.Expression): ts.Expression {
  return ts.isParenthesizedExpression(node) ? withoutParentheses(node.expression) : node;
}

/** `a = b`, `a += b` and their relatives. */
export function isAssignment(node: ts.BinaryExpression): boolean {
  const { kind } = node.operatorToken;
  return kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;
}

/** Whether an expression is a place that is written to: by an assignment, a pattern, or a step. */
export function isWritten(node: ts.Expression): boolean {
  const { parent } = node;
  if (ts.isBinaryExpression(parent)) return parent.left === node && isAssignment(parent);
  if (ts.isPrefixUnaryExpression(parent) || ts.isPostfixUnaryExpression(parent)) {
    const { operator } = parent;
    return operator === ts.SyntaxKind.PlusPlusToken || operator === ts.SyntaxKind.MinusMinusToken;
  }
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node && isWritten(parent.parent);
  if (ts.isSpreadAssignment(parent)) return isWritten(parent.parent);
  const isThrough =
    ts.isParenthesizedExpression(parent) ||
    ts.isNonNullExpression(parent) ||
    ts.isArrayLiteralExpression(parent) ||
    ts.isSpreadElement(parent);
  return isThrough && isWritten(parent);
}
