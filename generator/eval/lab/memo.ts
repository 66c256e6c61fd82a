/** Answers a question once: who asks it again gets the same promise. */
export function memo<Args extends readonly unknown[], Result>(
  work: (...args: Args) => Result,
  keyOf: (...args: Args) => string,
): (...args: Args) => Result {
  const known = new Map<string, { readonly result: Result }>();
  return (...args) => {
    const key = keyOf(...args);
    const found = known.get(key);
    if (found !== undefined) return found.result;
    const result = work(...args);
    known.set(key, { result });
    return result;
  };
}
