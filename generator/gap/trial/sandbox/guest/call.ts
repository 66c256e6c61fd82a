import { describe } from './describe.ts';
import { write } from './write.ts';

const { freeze, values } = Object;
const { parse } = JSON;
const { apply } = Reflect;

/**
 * Calls a function with what a JSON text says, frozen to the last leaf. `v` and the result as JSON; `u` and why it is none; `t`
 * and what was thrown.
 */
export function call(fill: (input: unknown) => unknown, input: string): string {
  try {
    return write(apply(fill, undefined, [frozen(parse(input))]));
  } catch (thrown) {
    return `t${describe(thrown)}`;
  }
}

/** For what a file throws while it is loaded. */
export { describe };

function frozen(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const inner = values(value);
  for (let index = 0; index < inner.length; index++) frozen(inner[index]);
  return freeze(value);
}
