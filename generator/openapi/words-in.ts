/** Every word with a capital letter in the texts of a spec: among them the models that it names. */
export function wordsIn(value: unknown, found: Set<string> = new Set()): ReadonlySet<string> {
  if (typeof value === 'string') for (const word of value.match(/\b[A-Z][A-Za-z0-9]*\b/g) ?? []) found.add(word);
  else if (typeof value === 'object' && value !== null) for (const one of Object.values(value)) wordsIn(one, found);
  return found;
}
