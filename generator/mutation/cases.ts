import path from 'node:path';
import type { LoadedSpec } from '../load/load-spec.ts';
import type { Output } from '../pipeline/output.ts';
import { fillsOf, mutantOf, originalOf, testedOf, type Mutant } from './mutant.ts';
import type { MutationKind } from './kinds.ts';
import type { Mutation } from './mutation.ts';
import { mutationsOf } from './mutations-of.ts';

/** A spec as it is, or without one of its parts, and the folder in which its output is tried. */
export interface Case {
  readonly loaded: LoadedSpec;
  /** Absent of the spec as it is. */
  readonly mutation?: Mutation;
  readonly folder: string;
}

export interface BuiltCases {
  readonly mutants: ReadonlyMap<Case, Mutant>;
  /** Of the specs as they are. */
  readonly originals: ReadonlyMap<LoadedSpec, Output>;
  /** All that need to be tried: what is the same as that of its spec as it is does the same. */
  readonly outputs: readonly Output[];
}

/** The spec as it is, and then without each of its parts. */
export function casesOf(loaded: LoadedSpec, folder: string, kinds: ReadonlySet<MutationKind>): readonly Case[] {
  const mutations = mutationsOf(loaded.spec).filter(({ kind }) => kinds.has(kind));
  return [
    { loaded, folder: path.join(folder, 'original') },
    ...mutations.map((mutation, index) => ({ loaded, mutation, folder: path.join(folder, String(index)) })),
  ];
}

/** Checks and emits all cases; `progress` gets how many are done. */
export async function buildCases(
  cases: readonly Case[],
  progress: (done: number, all: number) => void,
): Promise<BuiltCases> {
  const mutants = new Map<Case, Mutant>();
  const originals = new Map<LoadedSpec, Output>();
  const outputs: Output[] = [];
  for (const [index, one] of cases.entries()) {
    progress(index, cases.length);
    const { loaded, mutation, folder } = one;
    const made =
      mutation === undefined
        ? await originalOf(loaded, folder)
        : await mutantOf(loaded, mutation, folder, fillsOf(originals.get(loaded)));
    mutants.set(one, made);
    if (!('output' in made)) continue;
    const first = originals.get(loaded);
    if (mutation === undefined) originals.set(loaded, made.output);
    if (first === undefined || testedOf(made.output) !== testedOf(first)) outputs.push(made.output);
  }
  return { mutants, originals, outputs };
}
