import type { Literal } from './literal.ts';

/** Plain data of the plan as a literal that can be written. Throws on what no spec can hold: a function, a Date, a symbol. */
export function plainData(value: unknown): Literal {
  switch (typeof value) {
    case 'string':
    case 'number':
    case 'boolean':
    case 'undefined':
      return value;
    case 'object':
      if (value === null) return null;
      if (Array.isArray(value)) return value.map(plainData);
      return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, plainData(field)]));
    default:
      throw new TypeError(`A ${typeof value} cannot be written as a literal`);
  }
}
