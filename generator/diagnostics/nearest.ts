import { distance } from 'fastest-levenshtein';

/**
 * The candidate that was probably meant by `name`, if one is near enough: at most a third of its letters differ. A
 * difference of case only is the nearest; among equals the first one wins.
 */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  const wanted = name.toLowerCase();
  let best: string | undefined;
  let bestDistance = Math.floor(Math.max(name.length, 3) / 3) + 0.5;
  for (const candidate of candidates) {
    if (candidate === name || candidate === '') continue;
    const lower = candidate.toLowerCase();
    if (Math.abs(lower.length - wanted.length) > bestDistance) continue;
    const apart = lower === wanted ? 0 : distance(wanted, lower);
    if (apart < bestDistance) {
      best = candidate;
      bestDistance = apart;
    }
  }
  return best;
}
