import { ts } from '../../../emit/syntax/typescript.ts';
import type { Scope } from '../rules/scope.ts';

type Known = Pick<Scope, 'checker'>;

/** The type that TypeScript has narrowed a read to, as text, where it is another one than that of the read by itself. */
export function narrowedRead(node: ts.ElementAccessExpression, { checker }: Known): string | undefined {
  const narrowed = checker.getTypeAtLocation(node);
  const found = readTypes(
    checker.getTypeAtLocation(node.expression),
    checker.getTypeAtLocation(node.argumentExpression),
    checker,
  );
  if (found !== undefined && same(namesOf(narrowed, checker), found)) return undefined;
  return typeText(narrowed, node, checker);
}

/** The same for a field of what is read: `list[i].kind`. */
export function narrowedField(node: ts.PropertyAccessExpression, { checker }: Known): string | undefined {
  const narrowed = checker.getTypeAtLocation(node);
  const of = checker.getNonNullableType(checker.getTypeAtLocation(node.expression));
  const field = checker.getPropertyOfType(of, node.name.text);
  const index = of.getStringIndexType();
  const declared = field === undefined ? index : checker.getTypeOfSymbol(field);
  if (declared !== undefined) {
    const names = namesOf(declared, checker);
    const said = namesOf(narrowed, checker);
    const optional = field === undefined || (field.flags & ts.SymbolFlags.Optional) !== 0;
    if (optional || ts.isOptionalChain(node)) names.add('undefined');
    if (same(said, names)) return undefined;
  }
  return typeText(narrowed, node, checker);
}

function readTypes(from: ts.Type, key: ts.Type, checker: ts.TypeChecker): Set<string> | undefined {
  const of = checker.getNonNullableType(from);
  const nullish = of === from ? [] : ['undefined'];
  if ((of.flags & ts.TypeFlags.StringLike) !== 0) return new Set(['string', 'undefined']);
  if (of.isUnion() || (of.flags & ts.TypeFlags.Object) === 0) return undefined;
  if ((key.flags & ts.TypeFlags.NumberLike) !== 0) {
    const item = of.getNumberIndexType();
    return item === undefined ? undefined : new Set([...namesOf(item, checker), 'undefined']);
  }
  const names = new Set<string>(nullish);
  for (const part of key.isUnion() ? key.types : [key]) {
    if (part.isStringLiteral()) {
      const field = checker.getPropertyOfType(of, part.value);
      if (field === undefined) return undefined;
      for (const name of namesOf(checker.getTypeOfSymbol(field), checker)) names.add(name);
      if ((field.flags & ts.SymbolFlags.Optional) !== 0) names.add('undefined');
    } else {
      const item = of.getStringIndexType();
      if (item === undefined || (part.flags & ts.TypeFlags.String) === 0) return undefined;
      for (const name of namesOf(item, checker)) names.add(name);
      names.add('undefined');
    }
  }
  return names;
}

function namesOf(type: ts.Type, checker: ts.TypeChecker): Set<string> {
  const parts = type.isUnion() ? type.types : [type];
  return new Set(parts.map((part) => checker.typeToString(part, undefined, ts.TypeFormatFlags.NoTruncation)));
}

function same(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((name) => b.has(name));
}

/** A type as text, with its choices in order: that of the compiler depends on what else it has looked at. */
export function typeText(type: ts.Type, node: ts.Node, checker: ts.TypeChecker): string {
  const flags = ts.NodeBuilderFlags.NoTruncation | ts.NodeBuilderFlags.UseAliasDefinedOutsideCurrentScope;
  const made = checker.typeToTypeNode(type, node, flags);
  if (made === undefined) return 'unknown';
  const printer = ts.createPrinter({ removeComments: true });
  const file = node.getSourceFile();
  const print = (one: ts.Node): string => printer.printNode(ts.EmitHint.Unspecified, one, file);
  const { transformed } = ts.transform(made, [
    (context) => {
      const sorted = (one: ts.Node): ts.Node => {
        const inner = ts.visitEachChild(one, sorted, context);
        if (!ts.isUnionTypeNode(inner)) return inner;
        const types = inner.types
          .map((part) => ({ part, text: print(part) }))
          .toSorted((a, b) => (a.text < b.text ? -1 : 1));
        return ts.factory.createUnionTypeNode(types.map(({ part }) => part));
      };
      return (root) => ts.visitNode(root, sorted, ts.isTypeNode) ?? root;
    },
  ]);
  return print(transformed[0] ?? made);
}
