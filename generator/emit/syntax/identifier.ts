import { ts, type IdentifierNode } from './typescript.ts';

const PLAIN_NAME = /^[A-Za-z_$][\w$]*$/;

/** Words that cannot name a variable in a strict module, and names that every file relies on. */
const RESERVED = new Set(
  (
    'arguments as async await break case catch class const continue debugger default delete do else enum eval export extends false finally for ' +
    'function if implements import in instanceof interface let new null package private protected public return static super ' +
    'switch this throw true try typeof undefined var void while with yield ' +
    'Array Boolean Date Infinity JSON Map Math NaN Number Object Promise Set String globalThis'
  ).split(' '),
);

/** ASCII only: a look-alike letter in a name cannot be told from the real one. */
export function isPlainName(text: string): boolean {
  return PLAIN_NAME.test(text);
}

/** Whether a variable, function or type can be declared by this name. */
export function isIdentifier(text: string): boolean {
  return isPlainName(text) && !RESERVED.has(text);
}

/** A name that the plan decided on. Throws on anything that is not an identifier: a name is the one piece of text that is not escaped. */
export function identifier(name: string): IdentifierNode {
  if (!isIdentifier(name)) throw new TypeError(`Not an identifier: ${JSON.stringify(name)}`);
  return ts.factory.createIdentifier(name);
}

/** A global that generated code relies on. */
export function globalName(
  name:
    | 'Array'
    | 'Boolean'
    | 'Date'
    | 'JSON'
    | 'Map'
    | 'Math'
    | 'Number'
    | 'Object'
    | 'encodeURIComponent'
    | 'Promise'
    | 'Set'
    | 'String'
    | 'undefined',
): IdentifierNode {
  return ts.factory.createIdentifier(name);
}
