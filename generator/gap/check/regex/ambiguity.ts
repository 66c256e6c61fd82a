import { automatonOf, type Automaton } from './automaton.ts';
import { parsePattern } from './parse-pattern.ts';

/** Repetitions in a row that can share characters, above which a pattern of the fourth power or more is refused. */
const STEEPEST = 3;

/** What is looked through for one pair of repetitions; beyond, it is taken to be there. */
const MOST_TRIPLES = 20_000;

export type Ambiguity = 'none' | 'exponential' | 'steep' | 'unreadable';

/**
 * How the time of a pattern grows with the text. Exponential: in the pattern's automaton, a place can be reached again from itself
 * in two ways with one text (Weber and Seidl, On the degree of ambiguity of finite automata, 1991).
 */
export function ambiguityOf(source: string, flags: string): Ambiguity {
  let automaton: Automaton | undefined;
  try {
    automaton = automatonOf(parsePattern(source, flags), flags);
  } catch {
    return 'unreadable';
  }
  if (automaton === undefined) return 'unreadable';
  if (isExponential(automaton) || waysOf(automaton) > MOST_WAYS) return 'exponential';
  return degreeOf(automaton) > STEEPEST ? 'steep' : 'none';
}

/** Ways in which a pattern may match one text without repeating anything: `a?a?a?…` has twice as many with each part. */
const MOST_WAYS = 100_000;

/**
 * At most how many ways there are through the pattern for one text, when each cycle is gone through once: of the places that may
 * come next, those that can take the same character are all tried.
 */
function waysOf({ next, overlap, first }: Automaton): number {
  const reach = closure(next);
  const known = new Map<number, number>();
  const most = (places: readonly number[]): number =>
    places.reduce(
      (found, at) =>
        Math.max(
          found,
          places.reduce((sum, other) => (other === at || overlap(at, other) ? sum + ways(other) : sum), 0),
        ),
      1,
    );
  const ways = (at: number): number => {
    const before = known.get(at);
    if (before !== undefined) return before;
    const onwards = (next[at] ?? []).filter((to) => !(reach[to]?.has(at) ?? false));
    known.set(at, 1);
    const found = most(onwards);
    known.set(at, found);
    return found;
  };
  return most(first);
}

/** Pairs of places that one text can reach together from one place, and lead back to one place together. */
function isExponential({ next, overlap }: Automaton): boolean {
  const size = next.length;
  const reach = closure(next);
  const cyclic = (at: number): boolean => reach[at]?.has(at) ?? false;
  for (let at = 0; at < size; at += 1) {
    if (!cyclic(at)) continue;
    const ways = new Map<number, number>();
    for (const to of next[at] ?? []) ways.set(to, (ways.get(to) ?? 0) + 1);
    for (const [to, count] of ways) if (count > 1 && reach[to]?.has(at)) return true;
  }
  const pair = (a: number, b: number): number => a * size + b;
  const steps = (from: number): number[] => {
    const found: number[] = [];
    for (const a of next[Math.floor(from / size)] ?? [])
      for (const b of next[from % size] ?? []) if (overlap(a, b)) found.push(pair(a, b));
    return found;
  };
  for (let at = 0; at < size; at += 1) {
    if (!cyclic(at)) continue;
    // From (at, at) to a pair of different places within the cycle of `at`, and back.
    const seen = new Set<number>([pair(at, at)]);
    const open = [pair(at, at)];
    const apart = new Set<number>();
    for (let from = open.pop(); from !== undefined; from = open.pop()) {
      for (const to of steps(from)) {
        const [a, b] = [Math.floor(to / size), to % size];
        if (!(reach[a]?.has(at) ?? false) || !(reach[b]?.has(at) ?? false)) continue;
        if (a !== b) apart.add(to);
        if (!seen.has(to)) {
          seen.add(to);
          open.push(to);
        }
      }
    }
    if (apart.size > 0 && leadsBack(apart, pair(at, at), steps)) return true;
  }
  return false;
}

function leadsBack(from: ReadonlySet<number>, home: number, steps: (at: number) => number[]): boolean {
  const seen = new Set(from);
  const open = [...from];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const to of steps(at)) {
      if (to === home) return true;
      if (!seen.has(to)) {
        seen.add(to);
        open.push(to);
      }
    }
  }
  return false;
}

/**
 * The longest row of repetitions of which one text can be in each and pass on to the next: the power of the growth (the same
 * paper's criterion for polynomials).
 */
function degreeOf(automaton: Automaton): number {
  const { next, overlap, anchored } = automaton;
  const reach = closure(next);
  const loops = next.map((_, at) => at).filter((at) => reach[at]?.has(at) ?? false);
  const known = new Map<number, number>();
  const longest = (at: number): number => {
    const before = known.get(at);
    if (before !== undefined) return before;
    known.set(at, 1);
    let most = 1;
    for (const to of loops) {
      const onwards = (reach[at]?.has(to) ?? false) && !(reach[to]?.has(at) ?? false);
      if (onwards && overlap(at, to) && passesOn(at, to, automaton, reach)) most = Math.max(most, 1 + longest(to));
    }
    known.set(at, most);
    return most;
  };
  return loops.reduce((most, at) => Math.max(most, longest(at)), 0) + (anchored ? 0 : 1);
}

/** A text on which `p` comes back to itself, `p` goes to `q`, and `q` comes back to itself. */
function passesOn(p: number, q: number, { next, overlap }: Automaton, reach: readonly ReadonlySet<number>[]): boolean {
  const size = next.length;
  const seen = new Set<number>();
  const open: (readonly [number, number, number])[] = [[p, p, q]];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const a of next[at[0]] ?? []) {
      if (!(reach[a]?.has(p) ?? false)) continue;
      for (const b of next[at[1]] ?? []) {
        if (!overlap(a, b)) continue;
        for (const c of next[at[2]] ?? []) {
          if (!(reach[c]?.has(q) ?? false) || !overlap(b, c) || !overlap(a, c)) continue;
          if ((a === p && b === q && c === q) || seen.size > MOST_TRIPLES) return true;
          const triple = (a * size + b) * size + c;
          if (seen.has(triple)) continue;
          seen.add(triple);
          open.push([a, b, c]);
        }
      }
    }
  }
  return false;
}

/** Which places can be reached from each, by at least one step. */
function closure(next: readonly (readonly number[])[]): Set<number>[] {
  return next.map((_, from) => {
    const seen = new Set<number>();
    const open = [from];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      for (const to of next[at] ?? []) {
        if (!seen.has(to)) {
          seen.add(to);
          open.push(to);
        }
      }
    }
    return seen;
  });
}
