/** The same data with the keys of every object in another order; lists keep theirs. The same seed gives the same order. */
export function permuteKeys(value: unknown, seed: number): unknown {
  const random = randomNumbers(seed);
  const permute = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(permute);
    if (typeof part !== 'object' || part === null) return part;
    const drawn = Object.entries(part).map(([key, inner]) => ({ key, inner, at: random() }));
    return Object.fromEntries(
      drawn.toSorted((one, other) => one.at - other.at).map(({ key, inner }) => [key, permute(inner)]),
    );
  };
  return permute(value);
}

/** Numbers from 0 to 1 (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
