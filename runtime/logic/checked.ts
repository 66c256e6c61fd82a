import { GapValueError } from './errors.ts';

/** `value as 'a' | 'b'`, looked at: the value if it is one of them, else GapValueError. */
export function oneOf<const T extends string | number | boolean>(value: unknown, of: readonly T[]): T {
  const found = of.find((one) => one === value);
  if (found === undefined) throw new GapValueError('a value is none of those that the logic relies on');
  return found;
}

/** `list as ('a' | 'b')[]`, looked at: a new list of the same items. */
export function eachOf<const T extends string | number | boolean>(list: readonly unknown[], of: readonly T[]): T[] {
  return list.map((item) => oneOf(item, of));
}

/** `list as [A, B]`, looked at: the list, if it has that many items. */
export function tuple(list: readonly unknown[], length: number): unknown {
  if (list.length < length)
    throw new GapValueError(`a list has ${String(list.length)} items, and the logic relies on ${String(length)}`);
  return list;
}

interface Kinds {
  readonly string: string;
  readonly number: number;
  readonly boolean: boolean;
}

/** `value as string`, looked at. */
export function typed<K extends keyof Kinds>(value: unknown, kind: K): Kinds[K];
export function typed(value: unknown, kind: string): unknown {
  if (typeof value !== kind) throw new GapValueError(`a value is no ${kind}, which the logic relies on`);
  return value;
}
