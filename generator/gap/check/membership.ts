import { ts } from '../../emit/syntax/typescript.ts';
import { withoutParentheses } from './rules/scope.ts';

/** The functions that the library declares for what a test of membership shows. */
const [KEY, ITEM] = ['__keyOf', '__itemOf'];

/**
 * What a test shows of `name` by looking for it in a constant at the top of the file, as an expression that has that type:
 * `k in TABLE`, `Object.hasOwn(TABLE, k)`, `Object.keys(TABLE).includes(k)`, `LIST.includes(k)`, `SET.has(k)`, each by itself or
 * with `&&`. Undefined where a test shows nothing of the kind.
 */
export function shownByMembership(test: ts.Expression, name: string, file: ts.SourceFile): string | undefined {
  const found = withoutParentheses(test);
  if (ts.isBinaryExpression(found)) {
    if (found.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken)
      return shownByMembership(found.left, name, file) ?? shownByMembership(found.right, name, file);
    if (found.operatorToken.kind !== ts.SyntaxKind.InKeyword || !isName(found.left, name)) return undefined;
    return keyOf(found.right, name, file);
  }
  if (!ts.isCallExpression(found) || !ts.isPropertyAccessExpression(found.expression)) return undefined;
  if (found.questionDotToken !== undefined || found.expression.questionDotToken !== undefined) return undefined;
  const method = found.expression.name.text;
  const of = withoutClaims(found.expression.expression);
  const [first, second] = found.arguments;
  if (first === undefined) return undefined;
  if (isName(of, 'Object'))
    return method === 'hasOwn' && second !== undefined && isName(second, name) ? keyOf(first, name, file) : undefined;
  if (!isName(withoutClaims(first), name) || second !== undefined) return undefined;
  if (method !== 'includes' && method !== 'has') return undefined;
  const keys = method === 'includes' ? listedBy(of) : undefined;
  if (keys !== undefined) return keyOf(keys, name, file);
  const made = ts.isIdentifier(of) ? constantOf(of.text, file)?.initializer : undefined;
  const value = made === undefined ? undefined : withoutClaims(made);
  const isKept = value !== undefined && (method === 'includes' ? ts.isArrayLiteralExpression(value) : isSet(value));
  return isKept ? `${ITEM}(${name}, ${of.getText(file)})` : undefined;
}

/** `TABLE` in `Object.keys(TABLE)`. */
function listedBy(node: ts.Expression): ts.Expression | undefined {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return undefined;
  const { expression, name } = node.expression;
  return isName(expression, 'Object') && name.text === 'keys' ? node.arguments[0] : undefined;
}

/** A table has the keys that its type says where its literal shows them all, and where it is frozen: at the top of the file. */
function keyOf(node: ts.Expression, name: string, file: ts.SourceFile): string | undefined {
  const table = withoutParentheses(node);
  const declared = ts.isIdentifier(table) ? constantOf(table.text, file) : undefined;
  if (declared?.initializer === undefined || !namesKeys(declared.type, file)) return undefined;
  const literal = withoutClaims(declared.initializer);
  if (!ts.isObjectLiteralExpression(literal)) return undefined;
  const isShown = literal.properties.every(
    (one) => !ts.isSpreadAssignment(one) && one.name !== undefined && !ts.isComputedPropertyName(one.name),
  );
  return isShown ? `${KEY}(${name}, ${table.getText(file)})` : undefined;
}

/** `Record<Tier, number>`, to which a literal has no more keys; a union of types would let some pass. */
function namesKeys(type: ts.TypeNode | undefined, file: ts.SourceFile): boolean {
  if (type === undefined) return true;
  if (!ts.isTypeReferenceNode(type) || !ts.isIdentifier(type.typeName)) return false;
  const { text } = type.typeName;
  if (timesDeclared(text, file) > 0) return false;
  return text === 'Record' || (text === 'Readonly' && namesKeys(type.typeArguments?.[0], file));
}

/** A const at the top of the file whose name stands for nothing else in it. */
function constantOf(name: string, file: ts.SourceFile): ts.VariableDeclaration | undefined {
  if (timesDeclared(name, file) !== 1) return undefined;
  return file.statements
    .flatMap((one) =>
      ts.isVariableStatement(one) && (one.declarationList.flags & ts.NodeFlags.Const) !== 0
        ? [...one.declarationList.declarations]
        : [],
    )
    .find((one) => isName(one.name, name));
}

/** How often a name is declared within a node, as whatever it is but a member. */
export function timesDeclared(name: string, node: ts.Node, except?: (declaration: ts.Node) => boolean): number {
  let times = 0;
  const visit = (inner: ts.Node): void => {
    if (ts.isIdentifier(inner) && inner.text === name && 'name' in inner.parent && inner.parent.name === inner) {
      if (!isMember(inner.parent) && except?.(inner.parent) !== true) times += 1;
    }
    ts.forEachChild(inner, visit);
  };
  visit(node);
  return times;
}

function isMember(node: ts.Node): boolean {
  return ts.isPropertyAccessExpression(node) || ts.isTypeElement(node) || ts.isObjectLiteralElementLike(node);
}

function isSet(node: ts.Expression): boolean {
  return ts.isNewExpression(node) && isName(node.expression, 'Set');
}

/** Without parentheses, `as` and `satisfies`: casts are looked at by themselves. */
function withoutClaims(node: ts.Expression): ts.Expression {
  const inner = withoutParentheses(node);
  return ts.isAsExpression(inner) || ts.isSatisfiesExpression(inner) ? withoutClaims(inner.expression) : inner;
}

function isName(node: ts.Node, name: string): boolean {
  return ts.isIdentifier(node) && node.text === name;
}
