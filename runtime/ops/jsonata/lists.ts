/** `$sum`; 0 of an empty list. */
export function jsonataSum(list: readonly number[]): number {
  return list.reduce((total, value) => total + value, 0);
}

/** `$average`; missing of an empty list. */
export function jsonataAverage(list: readonly number[]): number | undefined {
  return list.length === 0 ? undefined : jsonataSum(list) / list.length;
}

/** `$max`; missing of an empty list. */
export function jsonataMax(list: readonly number[]): number | undefined {
  return list.length === 0 ? undefined : list.reduce((one, other) => Math.max(one, other));
}

/** `$min`; missing of an empty list. */
export function jsonataMin(list: readonly number[]): number | undefined {
  return list.length === 0 ? undefined : list.reduce((one, other) => Math.min(one, other));
}

/** The items that are there; null is. */
export function jsonataDefined<T>(list: readonly (T | undefined)[]): T[] {
  return list.filter((item): item is T => item !== undefined);
}
