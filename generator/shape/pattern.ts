/** With the `u` flag, as JSON Schema asks; many patterns of real schemas (`\-`) are only valid without it. */
export function compilePattern(pattern: string): RegExp | undefined {
  for (const flags of ['u', '']) {
    try {
      return new RegExp(pattern, flags);
    } catch {
      continue;
    }
  }
  return undefined;
}
