import type { AST } from '@eslint-community/regexpp';
import { samplesOf } from './samples.ts';

/** Places of a pattern at which it takes a character, and which may follow each; one that may follow in two ways stands twice. */
export interface Automaton {
  /** The places at which it may begin. */
  readonly first: readonly number[];
  readonly next: readonly (readonly number[])[];
  /** Whether a character exists that both places take. */
  readonly overlap: (a: number, b: number) => boolean;
  /** It begins at the start of the text only. */
  readonly anchored: boolean;
}

/** Places that a pattern may have; beyond, it is too much to look through. */
const MOST = 400;
/** A counted repetition is written out up to this often, and else taken for an endless one. */
const COUNTED = 8;

/** The same for a repetition of what may be empty. */
const SHARED = 16;

interface Part {
  readonly first: readonly number[];
  readonly last: readonly number[];
  readonly empty: boolean;
}

const NOTHING: Part = { first: [], last: [], empty: true };

/** The automaton of a pattern (Glushkov's); undefined where it is too large. Lookaround counts as a part that may be left out. */
export function automatonOf(pattern: AST.Pattern, flags: string): Automaton | undefined {
  const takes: ReadonlySet<string>[] = [];
  const next: number[][] = [];
  const samples = samplesOf(pattern, flags);

  const place = (node: AST.Node): Part => {
    takes.push(samples.taken(node));
    next.push([]);
    const at = next.length - 1;
    return { first: [at], last: [at], empty: false };
  };
  const follow = (from: Part, to: Part): void => {
    for (const a of from.last) next[a]?.push(...to.first);
  };
  const sequence = (parts: Iterable<Part>): Part => {
    let all = NOTHING;
    for (const part of parts) {
      follow(all, part);
      all = {
        first: all.empty ? [...all.first, ...part.first] : all.first,
        last: part.empty ? [...all.last, ...part.last] : part.last,
        empty: all.empty && part.empty,
      };
    }
    return all;
  };
  const either = (alternatives: readonly AST.Alternative[]): Part => {
    const parts = alternatives.map((alternative) => row(alternative.elements));
    return {
      first: parts.flatMap((part) => part.first),
      last: parts.flatMap((part) => part.last),
      empty: parts.some((part) => part.empty),
    };
  };
  const row = (elements: readonly AST.Element[]): Part => sequence(elements.map(of));
  const repeated = (node: AST.Quantifier): Part => {
    const loop = (): Part => {
      const part = of(node.element);
      follow(part, part);
      return part;
    };
    if (node.max > COUNTED) {
      const part = loop();
      const isCounted = part.empty && (node.min > 1 || Number.isFinite(node.max));
      // A number of rounds of which any may take nothing can be shared out in very many ways; those of a few are counted.
      if (!isCounted || node.max > SHARED) {
        if (isCounted) for (const at of part.last) next[at]?.push(...part.first);
        return node.min === 0 ? { ...part, empty: true } : part;
      }
    }
    const parts: Part[] = [];
    for (let at = 0; at < node.max; at += 1) {
      const part = of(node.element);
      parts.push(at < node.min ? part : { ...part, empty: true });
    }
    return sequence(parts);
  };
  const of = (node: AST.Element): Part => {
    if (next.length > MOST) return NOTHING;
    if (node.type === 'Group' || node.type === 'CapturingGroup') return either(node.alternatives);
    if (node.type === 'Quantifier') return repeated(node);
    if (node.type === 'Assertion')
      return 'alternatives' in node ? { ...either(node.alternatives), last: [], empty: true } : NOTHING;
    return place(node);
  };
  const whole = either(pattern.alternatives);
  if (next.length > MOST) return undefined;
  return {
    first: whole.first,
    next,
    overlap: overlapOf(takes),
    anchored:
      !flags.includes('m') &&
      pattern.alternatives.every(({ elements: [begin] }) => begin?.type === 'Assertion' && begin.kind === 'start'),
  };
}

/** Asked for the same places again and again. */
function overlapOf(takes: readonly ReadonlySet<string>[]): Automaton['overlap'] {
  const known = new Map<number, boolean>();
  return (a, b) => {
    const pair = Math.min(a, b) * takes.length + Math.max(a, b);
    const before = known.get(pair);
    if (before !== undefined) return before;
    const [one, other] = [takes[a], takes[b]];
    const found = one !== undefined && other !== undefined && [...one].some((sample) => other.has(sample));
    known.set(pair, found);
    return found;
  };
}
