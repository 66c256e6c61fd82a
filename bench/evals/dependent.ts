import type { RatePair } from '../../generator/eval/statistics/rate-pair.ts';
import type { Random } from '../../generator/eval/statistics/random.ts';

const GAPS = 4;
const CRITERIA = 8;

/**
 * Two runs of one prompt over integrations whose replies pass 8 times of 10, and whose criteria pass where all replies of their
 * integration did: one reply that failed by chance fails all of them.
 */
export function dependentPairs(integrations: number, repeats: number, random: Random): readonly RatePair[] {
  return Array.from({ length: integrations }, (_, at) => {
    const replies = Array.from({ length: GAPS }, () => Array.from({ length: 2 * repeats }, () => random() < 0.8));
    const whole = Array.from({ length: 2 * repeats }, (_repeat, index) => replies.every((gap) => gap[index]));
    const pair = (passed: readonly boolean[], id: string, kind: 'gap' | 'criterion'): RatePair => {
      const one = { id: `i${String(at)}/${id}`, kind, must: true, repeats };
      const count = (part: readonly boolean[]): number => part.filter(Boolean).length;
      return {
        then: { ...one, passed: count(passed.slice(0, repeats)) },
        now: { ...one, passed: count(passed.slice(repeats)) },
      };
    };
    return [
      ...replies.map((passed, gap) => pair(passed, `gap${String(gap)}`, 'gap')),
      ...Array.from({ length: CRITERIA }, (_criterion, index) => pair(whole, `work#AC${String(index)}`, 'criterion')),
    ];
  }).flat();
}

/** The same as if no case had to do with another. */
export function taken(pairs: readonly RatePair[]): readonly RatePair[] {
  return pairs.map(({ then, now }) => ({ then: { ...then, kind: 'gap' }, now: { ...now, kind: 'gap' } }));
}
