import { ts, type TypeNode } from './typescript.ts';
import { withDoc } from './comment.ts';
import { parameter, type Parameter } from './functions.ts';
import { identifier } from './identifier.ts';
import { propertyName, stringLiteral } from './literal.ts';

const KEYWORDS = {
  boolean: ts.SyntaxKind.BooleanKeyword,
  never: ts.SyntaxKind.NeverKeyword,
  number: ts.SyntaxKind.NumberKeyword,
  string: ts.SyntaxKind.StringKeyword,
  undefined: ts.SyntaxKind.UndefinedKeyword,
  unknown: ts.SyntaxKind.UnknownKeyword,
  void: ts.SyntaxKind.VoidKeyword,
} as const satisfies Record<string, ts.KeywordTypeSyntaxKind>;

const BUILT_IN = new Set([
  'Array',
  'Map',
  'Promise',
  'ReadonlyMap',
  'Record',
  'Set',
  'Partial',
  'Pick',
  'Omit',
  'ReturnType',
  'Parameters',
  'Awaited',
]);

export function keywordType(keyword: keyof typeof KEYWORDS): TypeNode {
  return ts.factory.createKeywordTypeNode(KEYWORDS[keyword]);
}

/** A type by name; `Promise<…>`, `Record<…>` and their like by theirs. */
export function referenceType(name: string | ts.Identifier, args?: readonly TypeNode[]): TypeNode {
  const checked =
    typeof name !== 'string' ? name : BUILT_IN.has(name) ? ts.factory.createIdentifier(name) : identifier(name);
  return ts.factory.createTypeReferenceNode(checked, args);
}

/** `item[]` */
export function arrayType(item: TypeNode): TypeNode {
  return ts.factory.createArrayTypeNode(item);
}

/** `readonly item[]` and `readonly [a, b]` */
export function readonlyType(list: TypeNode): TypeNode {
  return ts.factory.createTypeOperatorNode(ts.SyntaxKind.ReadonlyKeyword, list);
}

/** `[a, b, ...rest[]]` */
export function tupleType(items: readonly TypeNode[], rest?: TypeNode): TypeNode {
  return ts.factory.createTupleTypeNode(
    rest === undefined ? items : [...items, ts.factory.createRestTypeNode(arrayType(rest))],
  );
}

/** `of['name']` */
export function indexedType(of: TypeNode, name: string): TypeNode {
  return ts.factory.createIndexedAccessTypeNode(of, literalType(name));
}

/** `of[number]` */
export function itemType(of: TypeNode): TypeNode {
  return ts.factory.createIndexedAccessTypeNode(of, keywordType('number'));
}

/** `NonNullable<of>` */
export function nonNullable(of: TypeNode): TypeNode {
  return ts.factory.createTypeReferenceNode('NonNullable', [of]);
}

/** `a | b`; the one itself where there is one, `never` where there is none. */
export function unionType(of: readonly TypeNode[]): TypeNode {
  const [only] = of;
  if (only === undefined) return keywordType('never');
  // A union in a union would be printed in brackets.
  const flat = of.flatMap((one) => (ts.isUnionTypeNode(one) ? one.types : [one]));
  return of.length === 1 ? only : ts.factory.createUnionTypeNode(flat);
}

/** `a & b`; the one itself where there is one, `unknown` where there is none. */
export function intersectionType(of: readonly TypeNode[]): TypeNode {
  const [only] = of;
  if (only === undefined) return keywordType('unknown');
  return of.length === 1 ? only : ts.factory.createIntersectionTypeNode(of);
}

/** An element of a tuple that may be missing: `a?` */
export function optionalType(of: TypeNode): TypeNode {
  return ts.factory.createOptionalTypeNode(of);
}

/** The type of one value: `'paid'`, `-1`, `true`, `null`. */
export function literalType(value: string | number | boolean | null): TypeNode {
  return ts.factory.createLiteralTypeNode(literalNode(value));
}

export interface FieldType {
  readonly name: string;
  readonly type: TypeNode;
  readonly optional?: boolean;
  readonly readonly?: boolean;
  readonly doc?: string | undefined;
}

/** `readonly name?: type` */
export function fieldSignature({ name, type, optional, readonly, doc }: FieldType): ts.PropertySignature {
  const modifiers = readonly === true ? [ts.factory.createModifier(ts.SyntaxKind.ReadonlyKeyword)] : undefined;
  const question = optional === true ? ts.factory.createToken(ts.SyntaxKind.QuestionToken) : undefined;
  return withDoc(ts.factory.createPropertySignature(modifiers, propertyName(name), question, type), doc);
}

/** `{ a: string; b?: number }`; `rest` is what other fields hold, which is not to be written to where `restReadonly` says so. */
export function objectType(fields: readonly FieldType[], rest?: TypeNode, restReadonly = false): TypeNode {
  const members: ts.TypeElement[] = fields.map(fieldSignature);
  if (rest !== undefined) {
    const key = ts.factory.createParameterDeclaration(undefined, undefined, 'name', undefined, keywordType('string'));
    const modifiers = restReadonly ? [ts.factory.createModifier(ts.SyntaxKind.ReadonlyKeyword)] : undefined;
    members.push(ts.factory.createIndexSignature(modifiers, [key], rest));
  }
  return ts.factory.createTypeLiteralNode(members);
}

/** `(a: string) => returns` */
export function functionType(parameters: readonly Parameter[], returns: TypeNode): TypeNode {
  return ts.factory.createFunctionTypeNode(undefined, parameters.map(parameter), returns);
}

/** `typeof name` */
export function typeOf(name: string | ts.Identifier): TypeNode {
  return ts.factory.createTypeQueryNode(typeof name === 'string' ? identifier(name) : name);
}

function literalNode(value: string | number | boolean | null): ts.LiteralTypeNode['literal'] {
  if (value === null) return ts.factory.createNull();
  if (typeof value === 'string') return stringLiteral(value);
  if (typeof value === 'boolean') return value ? ts.factory.createTrue() : ts.factory.createFalse();
  const digits = ts.factory.createNumericLiteral(String(Math.abs(value)));
  return value < 0 ? ts.factory.createPrefixUnaryExpression(ts.SyntaxKind.MinusToken, digits) : digits;
}
