/** The values by name of a header that holds several: `t=1700000000,v1=abc,v1=def`, parted by commas or semicolons. */
export function signatureFields(header: string): ReadonlyMap<string, readonly string[]> {
  const fields = new Map<string, readonly string[]>();
  for (const part of header.split(/[,;]/)) {
    const at = part.indexOf('=');
    if (at < 0) continue;
    const name = part.slice(0, at).trim();
    fields.set(name, [...(fields.get(name) ?? []), part.slice(at + 1).trim()]);
  }
  return fields;
}
