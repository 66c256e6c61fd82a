import type { SpecPath } from './place.ts';

/** A place in a spec as text: `mappings.orderToDeal.rows[3].from`; keys that are no names are quoted. */
export function specPathText(path: SpecPath): string {
  return path.map(part).join('').replace(/^\./, '');
}

function part(key: string | number): string {
  if (typeof key === 'number') return `[${String(key)}]`;
  return /^[A-Za-z_$][\w$-]*\??$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
}
