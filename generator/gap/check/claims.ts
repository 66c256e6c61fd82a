import { ts } from '../../emit/syntax/typescript.ts';

/** The function that the library declares for {@link withProofs}: it takes what is of a type, and is true. */
export const PROOF = '__sure';

/**
 * The body with a proof at each claim: where a function says that its parameter `is` of a type, `return test` becomes
 * `return (test) ? __sure<Type>(parameter) : false`, which only type-checks if the test shows it. Hardening leaves it out again.
 */
export function withProofs(text: string, file: ts.SourceFile): string {
  const added: { readonly at: number; readonly text: string }[] = [];
  const visit = (node: ts.Node): void => {
    if (
      ts.isFunctionLike(node) &&
      'body' in node &&
      node.body !== undefined &&
      node.type !== undefined &&
      ts.isTypePredicateNode(node.type)
    ) {
      const { type, parameterName, assertsModifier } = node.type;
      if (type !== undefined && assertsModifier === undefined) {
        const parts = partsOf(type, parameterName.getText(file), file);
        const end = `) ? ${PROOF}<[${parts.map((part) => part.type).join(', ')}]>([${parts.map((part) => part.value).join(', ')}]) : false`;
        for (const returned of returnsOf(node.body)) {
          added.push({ at: returned.getStart(file), text: '(' }, { at: returned.end, text: end });
        }
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  let result = text;
  for (const { at, text: piece } of added.toSorted((a, b) => b.at - a.at))
    result = result.slice(0, at) + piece + result.slice(at);
  return result;
}

/** What has to be shown for a value to be of a type: a test of a field narrows the field, and not what it is a field of. */
function partsOf(
  type: ts.TypeNode,
  value: string,
  file: ts.SourceFile,
): { readonly type: string; readonly value: string }[] {
  if (ts.isIntersectionTypeNode(type)) return type.types.flatMap((part) => partsOf(part, value, file));
  const whole = type.getText(file);
  if (
    ts.isTupleTypeNode(type) &&
    type.elements.every((item) => !ts.isRestTypeNode(item) && !ts.isNamedTupleMember(item))
  ) {
    return [{ type: whole, value: `[${type.elements.map((_, at) => `${value}[${String(at)}]`).join(', ')}]` }];
  }
  if (
    ts.isTypeLiteralNode(type) &&
    type.members.every((field) => ts.isPropertySignature(field) && ts.isIdentifier(field.name))
  ) {
    const fields = type.members.map((field) => field.name?.getText(file) ?? '');
    return [{ type: whole, value: `{ ${fields.map((name) => `${name}: ${value}.${name}`).join(', ')} }` }];
  }
  return [{ type: whole, value }];
}

/** What a function returns: its expression, or those of its return statements. */
function returnsOf(body: ts.ConciseBody): ts.Expression[] {
  if (!ts.isBlock(body)) return [body];
  const found: ts.Expression[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node)) return;
    if (ts.isReturnStatement(node) && node.expression !== undefined) found.push(node.expression);
    ts.forEachChild(node, visit);
  };
  visit(body);
  return found;
}

/** A proof in the file that is checked: what it tests. */
export function provenBy(node: ts.Node): ts.Expression | undefined {
  if (!ts.isConditionalExpression(node) || !ts.isCallExpression(node.whenTrue)) return undefined;
  const { expression } = node.whenTrue;
  return ts.isIdentifier(expression) && expression.text === PROOF ? node.condition : undefined;
}
