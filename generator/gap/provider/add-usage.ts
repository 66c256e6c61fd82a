import type { Usage } from '../lock/gap-lock.ts';

/** The tokens of both; a count that neither has stays absent. */
export function addUsage(one: Usage, other: Usage): Usage {
  const input = sum(one.input, other.input);
  const output = sum(one.output, other.output);
  return { ...(input !== undefined && { input }), ...(output !== undefined && { output }) };
}

function sum(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined ? other : other === undefined ? one : one + other;
}
