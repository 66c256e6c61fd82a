/** The lines of a spec that say what to build: acceptance criteria are its tests, and a brief lists its own beside. */
export function specLines(text: string): number {
  const lines = text.trimEnd().split('\n');
  const start = lines.findIndex((line) => /^\s+acceptanceCriteria:/.test(line));
  if (start < 0) return lines.length;
  const indent = /^\s*/.exec(lines[start] ?? '')?.[0].length ?? 0;
  const rest = lines.slice(start + 1);
  const length = rest.findIndex((line) => line.trim() !== '' && (/^\s*/.exec(line)?.[0].length ?? 0) <= indent);
  return length < 0 ? start : start + (rest.length - length);
}
