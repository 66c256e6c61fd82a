import { FatalError } from '../context/errors.ts';

/**
 * Maps over `items` with at most `limit` at once, starting them in order. After a failure nothing more is started; what
 * runs is waited for, and the failure of the first item in order is thrown, so that a replay ends the same way.
 */
export async function mapLimited<T, R>(
  items: readonly T[],
  limit: number,
  each: (item: T, index: number) => Promise<R>,
): Promise<R[]> {
  if (!Number.isInteger(limit) || limit < 1)
    throw new FatalError('internal', `a limit of ${limit} lets nothing run; it must be a whole number from 1`);
  const results = new Map<number, R>();
  const failures = new Map<number, unknown>();
  const entries = items.entries();
  const work = async (): Promise<void> => {
    for (const [index, item] of entries) {
      try {
        results.set(index, await each(item, index));
      } catch (error) {
        failures.set(index, error);
      }
      if (failures.size > 0) return;
    }
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, work));
  if (failures.size > 0) throw failures.get(Math.min(...failures.keys()));
  return [...results.entries()].toSorted(([a], [b]) => a - b).map(([, result]) => result);
}
