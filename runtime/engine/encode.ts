import { FatalError } from '../context/errors.ts';

/**
 * The JSON text of a value that will be read back from the journal; `undefined` for `undefined`. A `FatalError` that
 * names `what` and the place where the value holds something that JSON would lose: a function, a Date, NaN, a cycle.
 */
export function encode(value: unknown, what: string): string | undefined {
  if (value === undefined) return undefined;
  let loss: Loss | undefined;
  try {
    loss = lossOf(value, 0);
    if (loss === undefined) return JSON.stringify(value);
  } catch (error) {
    loss = { path: '', what: error instanceof Error ? error.message : String(error) };
  }
  const place = loss.path === '' ? 'it' : loss.path.replace(/^\./, '');
  throw new FatalError('internal', `${what} cannot be kept as JSON: ${place} ${loss.what}`);
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
