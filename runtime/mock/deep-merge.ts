import { isRecord } from './json-path.ts';

/** `over` laid upon `base`: objects merge field by field; lists, scalars and null replace. Neither argument changes. */
export function deepMerge(base: unknown, over: unknown): unknown {
  if (over === undefined) return base;
  if (!isRecord(base) || !isRecord(over)) return over;
  const merged = new Map(Object.entries(base));
  for (const [name, value] of Object.entries(over)) merged.set(name, deepMerge(merged.get(name), value));
  return Object.fromEntries(merged);
}
