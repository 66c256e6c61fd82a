import { ts } from '../../../emit/syntax/typescript.ts';
import { checkReplacer } from './check-replacer.ts';
import { checkCast } from './casts.ts';
import { insteadOf } from '../library/instead.ts';
import {
  globalName,
  isOfLibrary,
  isPrimitive,
  isUnknown,
  isWritten,
  libraryMember,
  report,
  withoutParentheses,
  type Scope,
} from './scope.ts';

const { SyntaxKind: Kind } = ts;

/** Globals that may be handed to a function: `map(String)`, `filter(Boolean)`. */
const HANDED: ReadonlySet<string> = new Set([
  'Number',
  'String',
  'Boolean',
  'parseFloat',
  'isNaN',
  'isFinite',
  'encodeURIComponent',
  'decodeURIComponent',
]);
/** Methods that call what they are handed, and keep it nowhere. */
const TAKERS = /^(?:\.(?:map|filter|some|every|find|findIndex|findLast|findLastIndex|flatMap)|Array\.from)$/;
const CONSTANTS: ReadonlySet<string> = new Set(['NaN', 'Infinity']);
const MADE: ReadonlySet<string> = new Set(['Map', 'Set', 'Date', 'Array', 'Error', 'RangeError', 'TypeError']);

/** What the types and the names of a node rule out. */
export function checkValues(node: ts.Node, scope: Scope): void {
  if (ts.isIdentifier(node)) checkGlobal(node, scope);
  else if (ts.isPropertyAccessExpression(node)) checkMethod(node, scope);
  else if (ts.isBindingElement(node)) checkTaken(node, scope);
  else if (ts.isNewExpression(node)) checkNew(node, scope);
  else if (ts.isCallExpression(node)) checkCall(node, scope);
  else if (ts.isAsExpression(node)) checkCast(node, scope);
  else if (ts.isTemplateSpan(node)) checkText(node.expression, scope, true);
  else if (ts.isBinaryExpression(node)) checkBinary(node, scope);
  else if (ts.isElementAccessExpression(node)) checkElement(node, scope);
  else if (ts.isDeleteExpression(node)) checkDelete(node, scope);
  else if (ts.isNonNullExpression(node) && (node.flags & ts.NodeFlags.OptionalChain) !== 0) {
    report(scope, node, "'!' within a '?.' chain is not allowed", "write '?.' throughout, and give a default with ??");
  } else if (ts.isPropertyAssignment(node) && ts.isComputedPropertyName(node.name)) {
    if (scope.checker.getTypeAtLocation(node.initializer).getCallSignatures().length > 0) {
      report(scope, node, 'a function under a computed name is not allowed', 'write the name out, or use a Map');
    }
  }
}

function checkGlobal(node: ts.Identifier, scope: Scope): void {
  if (!isValue(node)) return;
  const short = ts.isShorthandPropertyAssignment(node.parent)
    ? scope.checker.getShorthandAssignmentValueSymbol(node.parent)
    : undefined;
  const symbol = short ?? scope.checker.getSymbolAtLocation(node);
  if (symbol === undefined || node.text === 'undefined') return;
  if (symbol.declarations === undefined || symbol.declarations.length === 0 || node.text === 'globalThis') {
    report(scope, node, `'${node.text}' is not allowed in a body`, insteadOf(node.text) ?? 'leave it out');
    return;
  }
  if (!isOfLibrary(symbol) || CONSTANTS.has(node.text)) return;
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) && parent.expression === node) return;
  if ((ts.isCallExpression(parent) || ts.isNewExpression(parent)) && parent.expression === node) return;
  if (ts.isBinaryExpression(parent) && parent.operatorToken.kind === Kind.InstanceOfKeyword && parent.right === node)
    return;
  if (ts.isCallExpression(parent) && HANDED.has(node.text) && isTaker(parent, scope)) return;
  report(
    scope,
    node,
    `'${node.text}' may only be called here`,
    insteadOf(node.text) ?? 'call it, or one of its functions, where it is needed',
  );
}

function isTaker(call: ts.CallExpression, scope: Scope): boolean {
  return TAKERS.test(libraryMember(call.expression, scope) ?? '');
}

/** An identifier that is read as a value, and no name of a member, a label or a declaration. */
function isValue(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isShorthandPropertyAssignment(parent)) return true;
  if (ts.isExpressionWithTypeArguments(parent) || ts.isTypeNode(parent) || ts.isQualifiedName(parent)) return false;
  if (ts.isBindingElement(parent)) return parent.initializer === node;
  if (ts.isLabeledStatement(parent) || ts.isBreakOrContinueStatement(parent)) return false;
  if (ts.isVariableDeclaration(parent) || ts.isParameter(parent) || ts.isPropertyAssignment(parent))
    return parent.initializer === node;
  return !('name' in parent && parent.name === node);
}

function checkMethod(node: ts.PropertyAccessExpression, scope: Scope): void {
  const { parent } = node;
  if (node.name.text === 'length') checkLength(node, scope);
  if (ts.isCallExpression(parent) && parent.expression === node) return checkChanging(node, scope);
  const member = libraryMember(node, scope);
  if (member === undefined || scope.checker.getTypeAtLocation(node).getCallSignatures().length === 0) return;
  if (ts.isCallExpression(parent) && /^Number\.|^Math\./.test(member) && isTaker(parent, scope)) return;
  report(
    scope,
    node,
    `'${member}' may only be called`,
    `write a function that calls it: (value) => ${node.getText(scope.file)}(value)`,
  );
}

const CHANGING: ReadonlySet<string> = new Set([
  '.push',
  '.pop',
  '.shift',
  '.unshift',
  '.splice',
  '.sort',
  '.reverse',
  '.fill',
]);

/** `Array.isArray` of a read-only list makes it one of any items that may be changed, as far as TypeScript knows. */
function checkChanging(node: ts.PropertyAccessExpression, scope: Scope): void {
  if (!CHANGING.has(libraryMember(node, scope) ?? '')) return;
  const type = scope.checker.getTypeAtLocation(node.expression);
  const parts = type.isUnion() ? type.types : [type];
  const isReadOnly = parts.some(
    (part) => part.isIntersection() && part.types.some((one) => one.symbol?.name === 'ReadonlyArray'),
  );
  if (isReadOnly) report(scope, node.name, 'the list is read-only', 'make a copy first: [...list]');
}

/** The length of a list may be set to nothing only: a long one costs time and memory wherever the list goes. */
function checkLength(node: ts.PropertyAccessExpression | ts.ElementAccessExpression, scope: Scope): void {
  if (!isWritten(node) || !holdsList(node.expression, scope)) return;
  let target: ts.Node = node;
  while (ts.isParenthesizedExpression(target.parent)) target = target.parent;
  const { parent } = target;
  const isEmptying =
    ts.isBinaryExpression(parent) &&
    parent.operatorToken.kind === Kind.EqualsToken &&
    ts.isNumericLiteral(parent.right) &&
    parent.right.text === '0';
  if (!isEmptying) report(scope, node, "only 'length = 0' may be assigned", 'use slice, push or pop');
}

/** Whether a value may be a list. */
function holdsList(node: ts.Expression, scope: Scope): boolean {
  const type = scope.checker.getTypeAtLocation(node);
  const parts = type.isUnionOrIntersection() ? type.types : [type];
  return parts.some((part) => scope.checker.isArrayLikeType(part));
}

/** `delete list[0]` leaves a place of which types say that a value is there. */
function checkDelete(node: ts.DeleteExpression, scope: Scope): void {
  const target = withoutParentheses(node.expression);
  if (!ts.isElementAccessExpression(target) || !holdsList(target.expression, scope)) return;
  report(scope, node, "'delete' of an item leaves an empty place in the list", 'use splice(index, 1), or filter');
}

/** `const { map } = list`: a method without what it belongs to. */
function checkTaken(node: ts.BindingElement, scope: Scope): void {
  const signatures = scope.checker.getTypeAtLocation(node.name).getCallSignatures();
  if (!signatures.some((signature) => signature.declaration?.getSourceFile().fileName === '/library.d.ts')) return;
  report(scope, node, 'a method of the language cannot be taken from its value', 'call it on the value: list.map(…)');
}

function checkElement(node: ts.ElementAccessExpression, scope: Scope): void {
  const key = withoutParentheses(node.argumentExpression);
  if (ts.isStringLiteralLike(key) && key.text === 'length') checkLength(node, scope);
  const signatures = scope.checker.getTypeAtLocation(node).getCallSignatures();
  if (signatures.some((signature) => signature.declaration?.getSourceFile().fileName === '/library.d.ts')) {
    report(scope, node, 'a method of the language is called by its name', 'write the name after a point: list.map(…)');
  }
}

function checkNew(node: ts.NewExpression, scope: Scope): void {
  const made = globalName(node.expression, scope);
  const count = node.arguments?.length ?? 0;
  if (made === undefined || !MADE.has(made)) {
    // Of a class of the body, the class itself is what is told.
    const declared = scope.checker.getSymbolAtLocation(node.expression)?.valueDeclaration;
    if (declared !== undefined && ts.isClassLike(declared)) return;
    const name = node.expression.getText(scope.file).slice(0, 40);
    report(
      scope,
      node,
      `'new ${name}' is not allowed in a body`,
      insteadOf(name) ?? 'use plain objects and lists, Map, Set and Date',
    );
  } else if (made === 'Date' && count === 0) {
    report(
      scope,
      node,
      'the present time is not allowed in a body',
      'take the time from the input: a body knows only what it is given',
    );
  } else if (made === 'Date' && count > 1) {
    report(scope, node, 'a date in local time is not allowed', 'write: new Date(Date.UTC(year, month, day))');
  }
}

function checkCall(node: ts.CallExpression, scope: Scope): void {
  const called = globalName(node.expression, scope);
  const [first] = node.arguments;
  if (called === 'Date')
    report(scope, node, 'the present time is not allowed in a body', 'take the time from the input');
  if (called === 'String' && first !== undefined) checkText(first, scope, true);
  const member = libraryMember(node.expression, scope);
  if (member === 'Array.from' && first !== undefined && !ts.isObjectLiteralExpression(first)) checkItems(first, scope);
  if (member === 'Array.from' && first !== undefined && ts.isObjectLiteralExpression(first)) checkFilled(node, scope);
  if (member === '.replace' || member === '.replaceAll') checkReplacer(node, scope);
  if (
    (member === '.join' || member === '.sort' || member === '.toSorted') &&
    ts.isPropertyAccessExpression(node.expression)
  ) {
    if (member !== '.join' && first !== undefined) return;
    const item = scope.checker.getTypeAtLocation(node.expression.expression).getNumberIndexType();
    if (item === undefined || isPrimitive(item, scope.checker) || (item.flags & ts.TypeFlags.Any) !== 0) return;
    // A pair is sorted by its text, which is that of its items: the same everywhere.
    if (member !== '.join' && isFlatList(item, scope)) return;
    const fix =
      member === '.join'
        ? 'make texts of the items first, with map'
        : 'give a function that compares: sort((a, b) => a.rank - b.rank)';
    report(
      scope,
      node.expression.name,
      `'${member.slice(1)}' of items that are no texts or numbers is not allowed`,
      fix,
    );
  }
}

/** A list or tuple of texts, numbers and booleans. */
function isFlatList(type: ts.Type, scope: Scope): boolean {
  if (!scope.checker.isArrayType(type) && !scope.checker.isTupleType(type)) return false;
  const item = type.getNumberIndexType();
  return item !== undefined && isPrimitive(item, scope.checker);
}

/** `Array.from` of a length that is not written in it could be of any length. */
function checkItems(node: ts.Expression, scope: Scope): void {
  const type = scope.checker.getTypeAtLocation(node);
  const parts = type.isUnion() ? type.types : [type];
  const isList = (part: ts.Type): boolean => scope.checker.isArrayLikeType(part) || isPrimitive(part, scope.checker);
  const isIterable = (part: ts.Type): boolean =>
    part.getProperties().some((property) => property.name.startsWith('__@iterator'));
  if (parts.every((part) => isList(part) || isIterable(part))) return;
  report(
    scope,
    node,
    "'Array.from' of this value is not allowed",
    'write: Array.from({ length: n }, …), or give it a list, a text, a Map or a Set',
  );
}

/** `Array.from({ length: n })` makes a list of nothing, whatever type is asked of it. */
function checkFilled(node: ts.CallExpression, scope: Scope): void {
  if (node.arguments.length > 1 || isFilled(node)) return;
  const item = scope.checker.getTypeAtLocation(node).getNumberIndexType();
  if (item === undefined || isUnknown(item) || (item.flags & ts.TypeFlags.Undefined) !== 0) return;
  report(
    scope,
    node,
    "'Array.from' of a length alone gives no values",
    'say what they are: Array.from({ length: n }, () => 0)',
  );
}

function isFilled(node: ts.CallExpression): boolean {
  return ts.isPropertyAccessExpression(node.parent) && node.parent.name.text === 'fill';
}

function checkBinary(node: ts.BinaryExpression, scope: Scope): void {
  const operator = node.operatorToken.kind;
  if (operator === Kind.PlusToken || operator === Kind.PlusEqualsToken) {
    checkText(node.left, scope, false);
    checkText(node.right, scope, false);
  }
  if (operator === Kind.InstanceOfKeyword && globalName(node.right, scope) === undefined) {
    report(
      scope,
      node.right,
      "'instanceof' is only allowed with Date, Map, Set, Array and Error",
      'test a field of the value instead',
    );
  }
  if (operator < Kind.FirstAssignment || operator > Kind.LastAssignment) return;
  const target = withoutParentheses(node.left);
  if (!ts.isPropertyAccessExpression(target)) return;
  if (scope.checker.getTypeAtLocation(target.expression).getCallSignatures().length > 0) {
    report(
      scope,
      target,
      'a field of a function is not allowed: it would be kept between calls',
      'use a const or a parameter',
    );
  }
}

/** Unknown, or unknown beside texts and numbers. */
function unknownText(type: ts.Type, scope: Scope): boolean {
  const parts = type.isUnion() ? type.types : [type];
  return parts.every((part) => isUnknown(part) || isPrimitive(part, scope.checker));
}

/** What becomes text has to have the same text everywhere. */
function checkText(node: ts.Expression, scope: Scope, unknownToo: boolean): void {
  const type = scope.checker.getTypeAtLocation(node);
  if (
    isPrimitive(type, scope.checker) ||
    (type.flags & ts.TypeFlags.Any) !== 0 ||
    (unknownToo && unknownText(type, scope))
  )
    return;
  const fix =
    type.symbol?.name === 'Date'
      ? 'use toISOString(), or getTime() for a number'
      : 'write which of its fields is meant, or use join or JSON.stringify';
  report(scope, node, 'only texts, numbers and booleans can be made text', fix);
}
