import { ts } from '../../../emit/syntax/typescript.ts';
import { insteadOf } from '../library/instead.ts';
import { LIBRARY } from '../library/library.ts';
import { report, type Scope } from './scope.ts';

/** Names of the language's own that lead from a value to code, or to other values' code: never, not even as data. */
const REFLECTION = /^(?:constructor|prototype|__proto__|__(?:define|lookup)[GS]etter__)$/;

/** On builtin values, but with nothing in them that differs from engine to engine or leads anywhere. */
const HARMLESS: ReadonlySet<string> = new Set([
  'anchor',
  'big',
  'blink',
  'bold',
  'fixed',
  'fontcolor',
  'fontsize',
  'italics',
  'link',
  'small',
  'strike',
  'sub',
  'sup',
  'source',
  'flags',
  'global',
  'cause',
  'drop',
  'take',
  'union',
  'intersection',
  'difference',
  'message',
  'description',
  'compile',
  'next',
]);

/** Hooks by which an object would answer when it is printed, compared, stored or awaited. */
const HOOKS: ReadonlySet<string> = new Set(['toString', 'valueOf', 'toJSON', 'then']);

const RESERVED = reservedNames();

/** A name by which something is read, written or declared. */
export function checkMemberName(node: ts.Node, name: string, scope: Scope): void {
  const allowed = !RESERVED.has(name) && !(name.startsWith('__') && !scope.fields.has(name));
  if (!REFLECTION.test(name) && (allowed || scope.fields.has(name))) return;
  const fix = insteadOf(name) ?? 'give the field another name; of the contract, read only the fields of data';
  report(scope, node, `the name '${name}' is not allowed in a body`, fix);
}

/** A member that the body gives an object. */
export function checkDefinedName(node: ts.Node, name: string, scope: Scope): void {
  checkMemberName(node, name, scope);
  const { parent } = node;
  const value = ts.isPropertyAssignment(parent) ? parent.initializer : parent;
  if (HOOKS.has(name) && scope.checker.getTypeAtLocation(value).getCallSignatures().length > 0) {
    report(
      scope,
      node,
      `an object with its own '${name}' is not allowed`,
      'write a function of another name, and call it where it is needed',
    );
  }
}

/** Two names that look the same, or one that looks like a blank, would show a reader other code than what runs. */
const READABLE = /^[\p{Script=Latin}\d_$]*$/u;

/** An identifier as it is written. */
export function checkSpelling(node: ts.Identifier, scope: Scope): void {
  const written = node.getText(scope.file);
  if (!READABLE.test(node.text))
    report(
      scope,
      node,
      `the name '${node.text}' has letters that look like others, or like nothing`,
      'use Latin letters',
    );
  if (written !== node.text) report(scope, node, 'an escape in a name is not allowed', `write '${node.text}' out`);
  if (REFLECTION.test(node.text)) checkMemberName(node, node.text, scope);
}

const GLOBALS: ReadonlySet<string> = new Set(
  [...LIBRARY.matchAll(/declare (?:var|function) (\w+)/g)].map((found) => found[1] ?? ''),
);

const TYPES: ReadonlySet<string> = new Set(
  [...LIBRARY.matchAll(/^(?:interface|type) ([A-Z]\w+)/gm)].map((found) => found[1] ?? ''),
);

/** A variable or function that the body names as the language names its own would hide it from what is written into the file. */
export function checkDeclaredName(node: ts.Node, scope: Scope): void {
  const isNamed =
    ts.isVariableDeclaration(node) ||
    ts.isParameter(node) ||
    ts.isBindingElement(node) ||
    ts.isFunctionDeclaration(node);
  if ((ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) && TYPES.has(node.name.text)) {
    report(scope, node.name, `'${node.name.text}' is a type of the language`, 'use another name');
    return;
  }
  if (!isNamed || node.name === undefined || !ts.isIdentifier(node.name) || !GLOBALS.has(node.name.text)) return;
  if (ts.isFunctionTypeNode(node.parent)) return;
  report(scope, node.name, `'${node.name.text}' is a name of the language`, 'use another name');
}

/** All that values of the language have under a name, but for what the curated library gives. */
function reservedNames(): Set<string> {
  const builtin = [Object, Function, Array, String, Number, Boolean, Date, RegExp, Map, Set, Error, Symbol].map(
    (made) => made.prototype,
  );
  const iterators = [[].values(), new Map().values(), new Set().values(), ''[Symbol.iterator](), 'a'.matchAll(/a/g)];
  const names = new Set<string>(['caller', 'callee', 'arguments', 'stack', 'lastIndex']);
  for (const value of [...builtin, ...iterators.map((iterator): unknown => Object.getPrototypeOf(iterator))]) {
    for (const name of Object.getOwnPropertyNames(value)) names.add(name);
  }
  for (const found of LIBRARY.matchAll(/\b(\w+)\??(?=[(:<])/g)) names.delete(found[1] ?? '');
  for (const name of HARMLESS) names.delete(name);
  return names;
}
