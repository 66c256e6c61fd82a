import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Place } from '../diagnostics/place.ts';
import type { Mutation } from './mutation.ts';

/** What notices that a part of a spec is missing. */
export type Fate =
  | { readonly by: 'diagnostic'; readonly diagnostics: readonly Diagnostic[] }
  | { readonly by: 'type check' }
  /** The ids of those that fail without it. */
  | { readonly by: 'criterion'; readonly criteria: readonly string[] }
  /** Nothing. */
  | { readonly by: 'nobody'; readonly advice: string }
  /** The code is the same without it: it says what holds anyway, so that there is nothing to notice. */
  | { readonly by: 'same code' };

/** A part of a spec, and what became of the spec without it. */
export interface Judged {
  readonly mutation: Pick<Mutation, 'kind' | 'path' | 'description'>;
  readonly place: Place;
  readonly fate: Fate;
}

export interface JudgedSpec {
  /** The spec's name in messages. */
  readonly file: string;
  readonly name: string;
  /** Criteria that fail, or cannot be loaded, as the spec stands: then nothing is judged. */
  readonly failing: readonly string[];
  readonly judged: readonly Judged[];
}

/** Of what is noticed or not, how much is noticed; in percent. Undefined where there is nothing to notice. */
export function shareOf(judged: readonly Pick<Judged, 'fate'>[]): number | undefined {
  const told = judged.filter(({ fate }) => fate.by !== 'same code');
  if (told.length === 0) return undefined;
  return (100 * told.filter(({ fate }) => fate.by !== 'nobody').length) / told.length;
}
