import { GapValueError } from './errors.ts';
import { isReserved } from './own.ts';

/** A key that is written to by a pattern: `[list[key(i)], list[key(j)]] = …`. */
export function key<K extends string | number>(name: K): K {
  if ((typeof name !== 'string' && typeof name !== 'number') || isReserved(name)) {
    throw new GapValueError(`'${String(name)}' cannot be written to`);
  }
  return name;
}
