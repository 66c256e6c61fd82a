import type { JsonSchema } from '../../../shape/json-schema.ts';
import {
  call,
  conditional,
  constDeclaration,
  globalName,
  identifier,
  method,
  patternLiteral,
  perform,
  property,
  stringLiteral,
  undefinedValue,
} from '../../syntax/index.ts';
import type { Declaration, ExpressionNode, Imports, Names, StatementNode, TypeNode } from '../../syntax/index.ts';
import { compilePattern } from '../../../shape/pattern.ts';
import { shapeNameOf, type ModelSymbol, type ModelSymbols } from '../symbols.ts';

/** One file of models while its check functions are built. */
export interface FileScope {
  /** The model's id, to which local references belong. */
  readonly model: string;
  readonly symbols: ModelSymbols;
  readonly imports: Imports;
  /** Top-level names. */
  readonly names: Names;
  readonly constants: Declaration[];
  /** Functions that others of the file need, in the order in which they were asked for. */
  readonly functions: Declaration[];
}

/** One check function while it is built. */
export interface FunctionScope {
  readonly file: FileScope;
  /** The function's name without `check`, from which those of its parts are made. */
  readonly name: string;
  /** Local names. */
  readonly locals: Names;
  /** The place that the function is given. */
  readonly root: () => ExpressionNode;
}

/** Where a check stands: the value, its place, and the list that takes what is wrong. */
export interface Spot {
  readonly value: () => ExpressionNode;
  /** Asked for only where something is reported or passed on, since it imports what it is made with. */
  readonly place: () => ExpressionNode;
  readonly issues: ExpressionNode;
  /** What the value is called in names. */
  readonly name: string;
}

export const RUNTIME_VALIDATE = '@flowright/runtime/validate';

export function runtime({ file }: FunctionScope, name: string): ExpressionNode {
  return file.imports.useFrom(RUNTIME_VALIDATE, name);
}

/** `report(issues, at, 'message')` */
export function reported(scope: FunctionScope, spot: Spot, message: string | ExpressionNode): ExpressionNode {
  return call(runtime(scope, 'report'), [
    spot.issues,
    spot.place(),
    typeof message === 'string' ? stringLiteral(message) : message,
  ]);
}

export function reports(scope: FunctionScope, spot: Spot, message: string | ExpressionNode): StatementNode {
  return perform(reported(scope, spot, message));
}

/** `inside(at, 'key')` */
export function placeInside(scope: FunctionScope, spot: Spot, key: ExpressionNode): () => ExpressionNode {
  return () => call(runtime(scope, 'inside'), [spot.place(), key]);
}

/** What a check function binds and calls: no variable in it is named so. */
export const FUNCTION_NAMES = (
  'value at issues before report inside isPlainObject deepEqual uniqueItems isMultipleOf notAnInteger codePointLength parser responseParser ' +
  'isDate isDateTime isEmail isHostname isIpv4 isIpv6 isTime isUri isUuid Issue Place RegExp'
).split(' ');

/** A name for a variable that hides nothing that the function uses. */
export function localName(scope: FunctionScope, wish: string): string {
  const topLevel = /^(?:check|parse)[A-Z]|(?:Pattern|Values|Keys)$/.test(wish);
  return scope.locals.unique(topLevel ? `${wish} value` : wish);
}

/** Names that every object has without owning them. */
const INHERITED = new Set(Object.getOwnPropertyNames(Object.prototype));

export function isInherited(name: string): boolean {
  return INHERITED.has(name);
}

/** Reads an own property: `value.id`; one that objects inherit is asked for. */
export function ownProperty(of: ExpressionNode, name: string): ExpressionNode {
  const read = property(of, name);
  return isInherited(name) ? conditional(hasOwn(of, stringLiteral(name)), read, undefinedValue()) : read;
}

export function hasOwn(of: ExpressionNode, name: ExpressionNode): ExpressionNode {
  return method(globalName('Object'), 'hasOwn', [of, name]);
}

/** What a reference leads to. */
export function referred({ model, symbols }: FileScope, ref: string): ModelSymbol {
  const symbol = symbols.get(shapeNameOf(ref, model));
  if (symbol === undefined) throw new Error(`the reference '${ref}' of the model '${model}' leads nowhere`);
  return symbol;
}

export function follow({ file }: FunctionScope): (ref: string) => JsonSchema | undefined {
  return (ref) => referred(file, ref).schema;
}

/** A constant above the functions; gives the way to read it. */
export function hoisted({ file }: FunctionScope, wish: string, value: ExpressionNode, type?: TypeNode): ExpressionNode {
  const name = file.names.unique(wish);
  file.constants.push(constDeclaration({ name, exported: false, value, ...(type !== undefined && { type }) }));
  return identifier(name);
}

/** The pattern as a constant, made when it is first asked for; undefined where JavaScript cannot read it. */
export function hoistedPattern(
  scope: FunctionScope,
  wish: string,
  pattern: string,
): (() => ExpressionNode) | undefined {
  const compiled = compilePattern(pattern);
  if (compiled === undefined) return undefined;
  let constant: ExpressionNode | undefined;
  return () => (constant ??= hoisted(scope, `${wish} pattern`, patternLiteral(compiled)));
}
