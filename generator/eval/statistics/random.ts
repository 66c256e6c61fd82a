/** Numbers from 0 to below 1 that are the same for a seed on every machine: mulberry32, public domain. */
export type Random = () => number;

export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d_2b_79_f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** How many of `count` tries succeed, each with this chance. */
export function binomial(random: Random, count: number, chance: number): number {
  let successes = 0;
  for (let index = 0; index < count; index += 1) if (random() < chance) successes += 1;
  return successes;
}

/** A chance drawn from Beta(alpha, beta): how cases of one suite differ among each other. */
export function beta(random: Random, alpha: number, betaOf: number): number {
  const one = gamma(random, alpha);
  const other = gamma(random, betaOf);
  return one + other === 0 ? alpha / (alpha + betaOf) : one / (one + other);
}

/** Marsaglia and Tsang, A simple method for generating gamma variables (2000). */
function gamma(random: Random, shape: number): number {
  if (shape < 1) return gamma(random, shape + 1) * (1 - random()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const normal = gaussian(random);
    const v = (1 + c * normal) ** 3;
    if (v > 0 && Math.log(1 - random()) < 0.5 * normal * normal + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** Box and Muller. */
function gaussian(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
