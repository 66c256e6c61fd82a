import { notA } from './show-value.ts';

/** The value of a JSON text; `FatalError('invalid_input')` where it is none. */
export function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    throw notA(text, 'JSON');
  }
}

/** JSON without blanks, the properties in the order that they have. */
export function toJson(value: unknown): string {
  return JSON.stringify(value) ?? 'null';
}

/** JSON with the properties of every object in the order of their names, so that equal values give equal text. */
export function stringifyJson(value: unknown): string {
  return JSON.stringify(value, inOrder) ?? 'null';
}

function inOrder(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const names = Object.keys(value);
  if (names.every((name, index) => index === 0 || (names[index - 1] ?? '') < name)) return value;
  return Object.fromEntries(names.toSorted().map((name) => [name, Reflect.get(value, name)]));
}
