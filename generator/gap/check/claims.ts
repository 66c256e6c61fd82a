import { ts } from '../../emit/syntax/typescript.ts';
import { shownByMembership, timesDeclared } from './membership.ts';

/** The function that the library declares for {@link withProofs}: it takes what is of a type, and is true. */
export const PROOF = '__sure';
/** Stands for nothing, so that the proof fails: it would be about another thing of the same name. */
const HIDDEN = '__hidden';

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
        const name = parameterName.getText(file);
        const parts = partsOf(type, name, file);
        const isHidden = hides(node.body, [name, ...namesIn(type)]);
        for (const returned of returnsOf(node.body)) {
          const shown = isHidden ? HIDDEN : shownByMembership(returned, name, file);
          const values = parts.map((part) => (part.value === name || isHidden ? (shown ?? name) : part.value));
          const end = `) ? ${PROOF}<[${parts.map((part) => part.type).join(', ')}]>([${values.join(', ')}]) : false`;
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

/** Any object is one: what is read of it is unknown. */
const RECORD = /^(?:Readonly<)?Record<string, unknown>>?$/;

interface Part {
  readonly type: string;
  readonly value: string;
}

/** What has to be shown for a value to be of a type: a test of a field narrows the field, and not what it is a field of. */
function partsOf(type: ts.TypeNode, value: string, file: ts.SourceFile): Part[] {
  const whole = type.getText(file);
  if (RECORD.test(whole)) return [{ type: `${PROOF}Object`, value }];
  if (ts.isIntersectionTypeNode(type)) return type.types.flatMap((part) => partsOf(part, value, file));
  if (
    ts.isTupleTypeNode(type) &&
    type.elements.every((item) => !ts.isRestTypeNode(item) && !ts.isNamedTupleMember(item))
  ) {
    return [{ type: whole, value: `[${type.elements.map((_, at) => `${value}[${String(at)}]`).join(', ')}]` }];
  }
  if (ts.isTypeLiteralNode(type)) return fieldsOf(type.members, value, file) ?? [{ type: whole, value }];
  const declared =
    ts.isTypeReferenceNode(type) && type.typeArguments === undefined ? declarationOf(whole, file) : undefined;
  if (declared !== undefined && ts.isTypeAliasDeclaration(declared) && ts.isIntersectionTypeNode(declared.type))
    return partsOf(declared.type, value, file);
  const extended =
    declared !== undefined && ts.isInterfaceDeclaration(declared)
      ? declared.heritageClauses?.flatMap((clause) => clause.types)
      : undefined;
  if (declared === undefined || !ts.isInterfaceDeclaration(declared) || extended === undefined)
    return [{ type: whole, value }];
  const fields = fieldsOf(declared.members, value, file);
  return fields === undefined
    ? [{ type: whole, value }]
    : [...extended.map((one) => ({ type: one.getText(file), value })), ...fields];
}

function fieldsOf(members: readonly ts.TypeElement[], value: string, file: ts.SourceFile): Part[] | undefined {
  const names = members.map((member) =>
    ts.isPropertySignature(member) && ts.isIdentifier(member.name) ? member.name.text : undefined,
  );
  if (names.length === 0 || names.includes(undefined)) return undefined;
  const type = `{ ${members.map((member) => member.getText(file).replace(/[;,]$/, '')).join('; ')} }`;
  return [{ type, value: `{ ${names.map((name) => `${String(name)}: ${value}.${String(name)}`).join(', ')} }` }];
}

function declarationOf(name: string, file: ts.SourceFile): ts.Statement | undefined {
  // One of the same name within a function could be the one that is meant.
  if (timesDeclared(name, file) > 1) return undefined;
  return file.statements.find(
    (one) =>
      (ts.isTypeAliasDeclaration(one) || ts.isInterfaceDeclaration(one)) &&
      one.name.text === name &&
      one.typeParameters === undefined,
  );
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

/** Whether a function declares again what its claim names: the proof would be about that. */
function hides(body: ts.Node, claimed: readonly string[]): boolean {
  return claimed.some((name) => timesDeclared(name, body, ts.isParameter) > 0);
}

function namesIn(type: ts.Node): string[] {
  const found = ts.isIdentifier(type) ? [type.text] : [];
  ts.forEachChild(type, (child) => void found.push(...namesIn(child)));
  return found;
}

/** A proof in the file that is checked: what it tests. */
export function provenBy(node: ts.Node): ts.Expression | undefined {
  if (!ts.isConditionalExpression(node) || !ts.isCallExpression(node.whenTrue)) return undefined;
  const { expression } = node.whenTrue;
  return ts.isIdentifier(expression) && expression.text === PROOF ? node.condition : undefined;
}
