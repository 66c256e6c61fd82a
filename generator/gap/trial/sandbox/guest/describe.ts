const { getOwnPropertyDescriptor, getPrototypeOf } = Object;
const { stringify } = JSON;
const errors = Error.prototype;

const LONGEST = 300;
const DEEPEST = 8;

/**
 * What was thrown, in a line: `TypeError: not a function`. No getter and no method of the value runs; where a proxy's trap does,
 * what it throws is swallowed.
 */
export function describe(thrown: unknown): string {
  try {
    if (typeof thrown === 'string') return `the text ${stringify(short(thrown))}`;
    if (typeof thrown === 'function') return 'a function';
    if (typeof thrown === 'symbol') return 'a symbol';
    if (typeof thrown === 'bigint') return 'a BigInt';
    if (typeof thrown === 'number' || typeof thrown === 'boolean') return `${thrown}`;
    if (typeof thrown !== 'object') return 'undefined';
    if (thrown === null) return 'null';
    const name = text(thrown, 'name') ?? 'an object';
    const message = text(thrown, 'message') ?? '';
    return message === '' ? name : `${name}: ${message}`;
  } catch {
    return 'something that cannot be described';
  }
}

/** A property that is a text, own or inherited, shortened. */
function text(value: object, name: string): string | undefined {
  let at: object | null = value;
  for (let depth = 0; at !== null && depth < DEEPEST; depth++) {
    // Its name is a getter once it is locked down.
    if (at === errors && name === 'name') return 'Error';
    const found: PropertyDescriptor | undefined = getOwnPropertyDescriptor(at, name);
    if (found !== undefined) return typeof found.value === 'string' ? short(found.value) : undefined;
    at = getPrototypeOf(at);
  }
  return undefined;
}

function short(value: string): string {
  if (value.length <= LONGEST) return value;
  let start = '';
  // Without `slice`, which a body could have taken over.
  for (let index = 0; index < LONGEST; index++) start += value[index];
  return `${start}…`;
}
