const { getOwnPropertyDescriptor, getPrototypeOf, prototype: plain } = Object;
const { isArray, prototype: list } = Array;
const { isFinite } = Number;
const { ownKeys } = Reflect;
const { stringify } = JSON;

/** Characters of a result's JSON. */
const LONGEST = 1_000_000;
/** So deep that no data of a contract comes near, so flat that the stack holds it. */
const DEEPEST = 100;

/** Thrown for a value that is no JSON; `fault` says why. No body can get hold of it. */
const UNFIT = {};
let fault = '';
let left = 0;

/**
 * `v` and the value as JSON, or `u` and why it is none. Only own data properties are read, and nothing that a body could have
 * changed is called: the functions were captured before it was loaded, and texts are joined, since `push` and `[0] =` could
 * have been taken over.
 */
export function write(value: unknown): string {
  left = LONGEST;
  try {
    return `v${json(value, '$', 0)}`;
  } catch (thrown) {
    if (thrown === UNFIT) return `u${fault}`;
    throw thrown;
  }
}

function json(value: unknown, path: string, depth: number): string {
  if (value === null || typeof value === 'boolean') return spend(`${value}`, path);
  if (typeof value === 'string') {
    if (value.length > left) return unfit(path, 'makes the result too long');
    return spend(stringify(value), path);
  }
  if (typeof value === 'number') {
    if (!isFinite(value)) return unfit(path, `is ${value}`);
    return spend(`${value}`, path);
  }
  if (typeof value !== 'object') return unfit(path, `is ${typeof value === 'undefined' ? '' : 'a '}${typeof value}`);
  if (depth >= DEEPEST) return unfit('the result', `is nested more than ${DEEPEST} levels deep, or contains itself`);
  return isArray(value) ? arrayJson(value, path, depth) : objectJson(value, path, depth);
}

function arrayJson(value: readonly unknown[], path: string, depth: number): string {
  if (getPrototypeOf(value) !== list) return unfit(path, 'is no plain list');
  const { length } = value;
  let text = '';
  for (let index = 0; index < length; index++) {
    const at = `${path}[${index}]`;
    const own = getOwnPropertyDescriptor(value, `${index}`);
    if (own === undefined) return unfit(at, 'is an empty place of a list');
    text += (index === 0 ? '' : ',') + json(data(own, at), at, depth + 1);
  }
  return spend('[]', path) && `[${text}]`;
}

function objectJson(value: object, path: string, depth: number): string {
  const proto: unknown = getPrototypeOf(value);
  if (proto !== plain && proto !== null) return unfit(path, 'is neither a plain object nor a list');
  const names = ownKeys(value);
  let text = '';
  for (let index = 0; index < names.length; index++) {
    const name = names[index];
    if (typeof name !== 'string') return unfit(path, 'has a symbol for a name');
    const at = `${path}.${name}`;
    const own = getOwnPropertyDescriptor(value, name);
    if (own === undefined) return unfit(at, 'is not there when it is looked at');
    const inner = data(own, at);
    if (inner === undefined) continue;
    text += (text === '' ? '' : ',') + spend(`${stringify(name)}:`, path) + json(inner, at, depth + 1);
  }
  return spend('{}', path) && `{${text}}`;
}

function data(own: PropertyDescriptor, path: string): unknown {
  if (own.get !== undefined || own.set !== undefined) return unfit(path, 'is a getter or setter');
  if (own.enumerable !== true) return unfit(path, 'is not enumerable');
  return own.value;
}

function spend(text: string, path: string): string {
  left -= text.length;
  return left < 0 ? unfit(path, 'makes the result too long') : text;
}

function unfit(path: string, what: string): never {
  fault = path.length > 200 ? `a value deep inside ${what}` : `${path} ${what}`;
  throw UNFIT;
}
