/** JSON of plain data, where -0 stays -0: `JSON.parse` reads it, and payloads can have it. */
export function jsonText(value: unknown): string {
  if (Object.is(value, -0)) return '-0';
  if (Array.isArray(value)) return `[${value.map((one) => (one === undefined ? 'null' : jsonText(one))).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const there = Object.entries(value).filter(([, one]) => one !== undefined);
  return `{${there.map(([name, one]) => `${JSON.stringify(name)}:${jsonText(one)}`).join(',')}}`;
}
