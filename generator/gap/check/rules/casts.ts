import { ts } from '../../../emit/syntax/typescript.ts';
import { isUnknown, libraryMember, report, withoutParentheses, type Scope } from './scope.ts';

/** Values that a cast may name; they are written into the file. */
const MOST = 60;

/** What becomes of `value as Type`. */
export type Cast =
  /** TypeScript knows it: nothing to do. */
  | { readonly kind: 'known' }
  /** Looked for in a list or a map, where it may as well not be. */
  | { readonly kind: 'asked' }
  /** Looked at when it runs: one of these values, or a list of them. */
  | { readonly kind: 'one' | 'each'; readonly values: readonly string[] }
  /** A list of which the length is looked at. */
  | { readonly kind: 'tuple'; readonly length: number }
  | { readonly kind: 'typed'; readonly name: 'string' | 'number' | 'boolean' };

type Known = Pick<Scope, 'checker' | 'file'>;

/** How a cast can be kept; undefined where its claim cannot be looked at. */
export function castOf(node: ts.AsExpression, scope: Known): Cast | undefined {
  const { checker } = scope;
  if (node.type.getText(scope.file) === 'const') return { kind: 'known' };
  const from = checker.getTypeAtLocation(node.expression);
  const to = checker.getTypeFromTypeNode(node.type);
  if ((from.flags & ts.TypeFlags.Any) !== 0) return undefined;
  if (checker.isTypeAssignableTo(from, to)) return { kind: 'known' };
  if ((from.flags & ts.TypeFlags.NonPrimitive) !== 0 && isRecord(node.type, scope)) return { kind: 'known' };
  // A cast of a cast would hide what the value is.
  if (ts.isAsExpression(withoutParentheses(node.expression))) return undefined;
  const values = literals(to);
  if (values !== undefined)
    return isAsked(node, scope) || isKeyWithDefault(node, scope) ? { kind: 'asked' } : { kind: 'one', values };
  if (isUnknown(from) || from.isUnion()) {
    if ((to.flags & ts.TypeFlags.String) !== 0) return { kind: 'typed', name: 'string' };
    if ((to.flags & ts.TypeFlags.Number) !== 0) return { kind: 'typed', name: 'number' };
    if ((to.flags & ts.TypeFlags.Boolean) !== 0) return { kind: 'typed', name: 'boolean' };
  }
  const length = tupleLength(to, from, checker);
  if (length !== undefined) return { kind: 'tuple', length };
  const [item, others] = [listItem(to, checker), listItem(from, checker)];
  const items = item === undefined || others === undefined ? undefined : literals(item);
  return items === undefined ? undefined : { kind: 'each', values: items };
}

/** Reports a cast that cannot be kept. */
export function checkCast(node: ts.AsExpression, scope: Scope): void {
  if (castOf(node, scope) !== undefined) return;
  const type = node.type.getText(scope.file).slice(0, 60);
  report(scope, node, `'as ${type}' claims what TypeScript does not know`, fixOf(node, scope));
}

function fixOf(node: ts.AsExpression, scope: Scope): string {
  const from = withoutParentheses(node.expression);
  const member = ts.isCallExpression(from) ? libraryMember(from.expression, scope) : undefined;
  if (member === 'Object.keys' || member === 'Object.entries')
    return 'write the keys as a list: const KEYS = [...] as const; or use Object.entries, which gives key and value together';
  const known = scope.checker.getNonNullableType(scope.checker.getTypeAtLocation(from));
  if (scope.checker.isTypeAssignableTo(known, scope.checker.getTypeFromTypeNode(node.type)))
    return 'write value!, which fails where there is no value; or test it first, or give a default with ??';
  if (isUnknown(scope.checker.getTypeAtLocation(from)))
    return "keep it unknown and check it: typeof, Array.isArray, 'field' in value";
  return 'declare the value with all of its fields, or test it with if, and let TypeScript narrow it';
}

/** The literals of which a type is one; undefined where it is anything else. */
function literals(type: ts.Type): string[] | undefined {
  const parts = type.isUnion() ? type.types : [type];
  if (parts.length > MOST) return undefined;
  const values = parts.map((part) =>
    part.isStringLiteral() || part.isNumberLiteral() ? JSON.stringify(part.value) : undefined,
  );
  // In order: that of the compiler depends on what else it has looked at.
  return values.every((value) => value !== undefined) ? values.toSorted() : undefined;
}

/** The length of a pair or triple of what a list has. */
function tupleLength(to: ts.Type, from: ts.Type, checker: ts.TypeChecker): number | undefined {
  const item = listItem(from, checker);
  if (item === undefined || !checker.isTupleType(to) || !('target' in to)) return undefined;
  const items = to.getProperties().filter((property) => /^\d+$/.test(property.name));
  const fits = items.every((one) => checker.isTypeAssignableTo(item, checker.getTypeOfSymbol(one)));
  const plain = items.every((one) => (one.flags & ts.SymbolFlags.Optional) === 0);
  const last = checker.getPropertyOfType(to, 'length');
  const fixed = last !== undefined && checker.getTypeOfSymbol(last).isNumberLiteral();
  return fits && plain && fixed && items.length > 0 ? items.length : undefined;
}

function listItem(type: ts.Type, checker: ts.TypeChecker): ts.Type | undefined {
  return checker.isArrayType(type) ? type.getNumberIndexType() : undefined;
}

/** `TIERS.includes(text as Tier)`. */
function isAsked(node: ts.AsExpression, scope: Known): boolean {
  const { parent } = node;
  if (!ts.isCallExpression(parent) || parent.arguments[0] !== node) return false;
  return /^\.(?:includes|indexOf|lastIndexOf|has|get)$/.test(libraryMember(parent.expression, scope) ?? '');
}

/** `Record<string, unknown>`: any object is one, as what is read of it is unknown. */
function isRecord(node: ts.TypeNode, scope: Known): boolean {
  return /^(?:Readonly<)?Record<string, unknown>>?$/.test(node.getText(scope.file));
}

/** `TABLE[text as keyof typeof TABLE] ?? other`: read as an own member, which may as well not be there. */
function isKeyWithDefault(node: ts.AsExpression, scope: Known): boolean {
  const read = node.parent;
  if (!ts.isElementAccessExpression(read) || read.argumentExpression !== node) return false;
  if (!isTable(read.expression, scope)) return false;
  const { parent } = read;
  return (
    ts.isBinaryExpression(parent) &&
    parent.left === read &&
    parent.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken
  );
}

/** A const whose literal shows all of its keys: what an annotation or a spread hides would be of another type. */
function isTable(node: ts.Expression, scope: Known): boolean {
  const declared = ts.isIdentifier(node) ? scope.checker.getSymbolAtLocation(node)?.valueDeclaration : undefined;
  if (declared === undefined || !ts.isVariableDeclaration(declared) || declared.type !== undefined) return false;
  if ((ts.getCombinedNodeFlags(declared) & ts.NodeFlags.Const) === 0) return false;
  const literal = declared.initializer === undefined ? undefined : withoutClaims(declared.initializer);
  return (
    literal !== undefined &&
    ts.isObjectLiteralExpression(literal) &&
    literal.properties.every(
      (one) => !ts.isSpreadAssignment(one) && one.name !== undefined && !ts.isComputedPropertyName(one.name),
    )
  );
}

/** Without `as const` and `satisfies`, which leave a literal's keys as they are. */
function withoutClaims(node: ts.Expression): ts.Expression {
  const inner = withoutParentheses(node);
  if (ts.isSatisfiesExpression(inner)) return withoutClaims(inner.expression);
  if (ts.isAsExpression(inner) && inner.type.getText() === 'const') return withoutClaims(inner.expression);
  return inner;
}
