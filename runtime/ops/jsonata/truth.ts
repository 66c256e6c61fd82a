/** JSONata's casting to boolean: false for what is missing, null, 0, '', `{}`, `[]`, and lists of nothing but such values. */
export function jsonataTruthy(value: unknown): boolean {
  if (Array.isArray(value)) return value.some((item) => jsonataTruthy(item));
  if (typeof value === 'number') return value !== 0 && !Number.isNaN(value);
  if (typeof value === 'object' && value !== null) return Object.keys(value).length > 0;
  return value === true || (typeof value === 'string' && value !== '');
}

/** `$boolean`: the same, but what is missing stays missing. */
export function jsonataBoolean(value: unknown): boolean | undefined {
  return value === undefined ? undefined : jsonataTruthy(value);
}

/** `$not`: what is missing stays missing. */
export function jsonataNot(value: unknown): boolean | undefined {
  return value === undefined ? undefined : !jsonataTruthy(value);
}

/** `$exists`: null is a value. */
export function jsonataIsDefined<T>(value: T | undefined): value is T {
  return value !== undefined;
}

/** `=` of texts, numbers, booleans and null: false where one is missing. */
export function jsonataEqual(one: unknown, other: unknown): boolean {
  return one !== undefined && one === other;
}

/** `!=`: false, too, where one is missing. */
export function jsonataDiffers(one: unknown, other: unknown): boolean {
  return one !== undefined && other !== undefined && one !== other;
}

/** `in`: one value is a list of one; false where either is missing. */
export function jsonataIsIn(value: unknown, list: unknown): boolean {
  if (value === undefined || list === undefined) return false;
  const items: readonly unknown[] = Array.isArray(list) ? list : [list];
  return items.includes(value);
}
