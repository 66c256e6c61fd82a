import { GapFuelError, GapValueError } from './errors.ts';
import { isReserved } from './own.ts';

/** The last item of a list that a pattern may write to. */
const LAST = 1_000_000;

/** A key that is written to by a pattern: `[list[key(i)], list[key(j)]] = …`. */
export function key<K extends string | number>(name: K): K {
  if ((typeof name !== 'string' && typeof name !== 'number') || isReserved(name)) {
    throw new GapValueError(`'${String(name)}' cannot be written to`);
  }
  if (typeof name === 'number' && name > LAST) throw new GapFuelError(`item ${String(name)} is above 1,000,000`);
  return name;
}
