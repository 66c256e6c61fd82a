import { stringifyJson } from '../ops/json.ts';

/** True where no two items are the same JSON value (`uniqueItems`). Linear: objects are compared by their canonical text. */
export function uniqueItems(items: readonly unknown[]): boolean {
  const seen = new Set<unknown>();
  const seenTexts = new Set<string>();
  for (const item of items) {
    const nested = typeof item === 'object' && item !== null;
    const before = seen.size + seenTexts.size;
    if (nested) seenTexts.add(stringifyJson(item));
    else seen.add(item);
    if (seen.size + seenTexts.size === before) return false;
  }
  return true;
}
