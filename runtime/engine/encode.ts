import { FatalError } from '../context/errors.ts';
import type { Json } from '../context/json.ts';
import type { Redactor } from '../settings/redactor.ts';

/** A value as it is kept: its JSON text, and what that text reads back as. */
export interface Kept {
  readonly text: string;
  readonly value: Json;
}

/**
 * The form in which a value is kept, with known secrets masked; `undefined` for `undefined`. A `FatalError` that names
 * `what` and the place where the value holds something that JSON would lose: a function, a Date, NaN, a cycle.
 */
export function encode(value: unknown, what: string, redactor: Redactor): Kept | undefined {
  if (value === undefined) return undefined;
  const loss = safeLossOf(value);
  if (loss === undefined && isChecked(value)) {
    const plain = JSON.stringify(value);
    const text = redactor.mask(plain);
    return text === plain ? { text, value } : { text, value: JSON.parse(text) };
  }
  const place = loss === undefined || loss.path === '' ? 'it' : loss.path.replace(/^\./, '');
  throw new FatalError('internal', `${what} cannot be kept as JSON: ${place} ${loss?.what ?? 'has no JSON form'}`);
}

/** Called only for what `lossOf` has walked through. */
function isChecked(value: unknown): value is Json {
  return value !== undefined;
}

function safeLossOf(value: unknown): Loss | undefined {
  try {
    return lossOf(value, 0);
  } catch (error) {
    return { path: '', what: `cannot be read (${error instanceof Error ? error.message : String(error)})` };
  }
}

/** Deeper than any payload; a cycle ends here. */
const DEEPEST = 500;

interface Loss {
  readonly path: string;
  readonly what: string;
}

/** The path is put together on the way out only, since nearly every value has no loss. */
function lossOf(value: unknown, depth: number): Loss | undefined {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return undefined;
    case 'number':
      return Number.isFinite(value) ? undefined : { path: '', what: `is ${value}` };
    case 'object':
      break;
    case 'undefined':
      return { path: '', what: 'is undefined' };
    default:
      return { path: '', what: `is a ${typeof value}` };
  }
  if (value === null) return undefined;
  if (depth > DEEPEST) return { path: '', what: 'is a cycle or too deep' };
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index += 1) {
      const loss = lossOf(value[index], depth + 1);
      if (loss !== undefined) return within(`[${index}]`, loss, depth);
    }
    return undefined;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return { path: '', what: `is a ${value.constructor.name}` };
  for (const [name, member] of Object.entries(value)) {
    // A property that is undefined reads back as absent, which no typed code can tell apart.
    const loss = member === undefined ? undefined : lossOf(member, depth + 1);
    if (loss !== undefined) return within(`.${name}`, loss, depth);
  }
  return undefined;
}

/** Beyond a few levels the path is that of a cycle, and its start says enough. */
function within(step: string, loss: Loss, depth: number): Loss {
  return depth > 20 ? { path: '…', what: loss.what } : { path: `${step}${loss.path}`, what: loss.what };
}
