/**
 * Where in a value a check stands: a linked path that costs one small object per level and becomes text only when
 * something is wrong there.
 */
export interface Place {
  /** `null` for the whole value. */
  readonly parent: Place | null;
  readonly key: string | number;
}

/** The whole value. */
export const root: Place = { parent: null, key: '' };

/** The property or item `key` of what stands at `parent`. */
export function inside(parent: Place, key: string | number): Place {
  return { parent, key };
}

/** As a person writes it: `line_items[2].sku`, `meta["a b"]`; empty for the whole value. */
export function renderPlace(place: Place): string {
  let text = '';
  for (let at: Place = place; at.parent !== null; at = at.parent) {
    text = `${renderKey(at.key, at.parent.parent === null)}${text}`;
  }
  return text;
}

function renderKey(key: string | number, first: boolean): string {
  if (typeof key === 'number') return `[${key}]`;
  if (!/^[\p{L}_$][\p{L}\p{N}_$-]*$/u.test(key)) return `[${JSON.stringify(key)}]`;
  return first ? key : `.${key}`;
}
