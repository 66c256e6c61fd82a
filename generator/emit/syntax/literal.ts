import { ts, type ExpressionNode } from './typescript.ts';
import { globalName, isPlainName } from './identifier.ts';
import { object, entry } from './object.ts';
import { hasInvisible } from './visible.ts';

/** Any value that JSON can hold, or undefined. */
export type Literal =
  | string
  | number
  | boolean
  | null
  | undefined
  | readonly Literal[]
  | { readonly [name: string]: Literal };

/** A string literal; characters that cannot be seen are escaped, other letters of any script are kept. */
export function stringLiteral(text: string): ts.StringLiteral {
  const node = ts.factory.createStringLiteral(text, !text.includes("'") || text.includes('"'));
  return hasInvisible(text) ? node : ts.setEmitFlags(node, ts.EmitFlags.NoAsciiEscaping);
}

/** A finite number, negative ones as `-1`. Throws on NaN and the infinities, which no spec can hold. */
export function numberLiteral(value: number): ExpressionNode {
  if (!Number.isFinite(value)) throw new TypeError(`Not a finite number: ${value}`);
  const negative = value < 0 || Object.is(value, -0);
  const digits = ts.factory.createNumericLiteral(String(Math.abs(value)));
  return negative ? ts.factory.createPrefixUnaryExpression(ts.SyntaxKind.MinusToken, digits) : digits;
}

export function booleanLiteral(value: boolean): ExpressionNode {
  return value ? ts.factory.createTrue() : ts.factory.createFalse();
}

export function nullLiteral(): ExpressionNode {
  return ts.factory.createNull();
}

export function undefinedValue(): ExpressionNode {
  return globalName('undefined');
}

/** The value as an expression; fields that are undefined are left out. */
export function literal(value: Literal): ExpressionNode {
  if (value === undefined) return undefinedValue();
  if (value === null) return nullLiteral();
  if (typeof value === 'string') return stringLiteral(value);
  if (typeof value === 'number') return numberLiteral(value);
  if (typeof value === 'boolean') return booleanLiteral(value);
  if (isList(value)) return ts.factory.createArrayLiteralExpression(value.map(literal));
  return object(
    Object.entries(value).flatMap(([name, field]) => (field === undefined ? [] : [entry(name, literal(field))])),
  );
}

/** `Array.isArray` does not narrow a readonly list. */
function isList(value: readonly Literal[] | { readonly [name: string]: Literal }): value is readonly Literal[] {
  return Array.isArray(value);
}

/** A name as an object's key or a type's field: quoted only where it has to be. */
export function propertyName(name: string): ts.PropertyName {
  return isPlainName(name) ? ts.factory.createIdentifier(name) : stringLiteral(name);
}
