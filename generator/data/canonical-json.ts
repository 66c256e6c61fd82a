/**
 * Plain data as JSON in the one way of RFC 8785: no spaces, the keys of each object in the order of their UTF-16 units, members
 * that are undefined left out. For hashes that are kept: `JSON.stringify` of what `sortKeys` gives has keys that are whole numbers
 * in another order.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .toSorted(([one], [other]) => (one < other ? -1 : 1));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`).join(',')}}`;
}
