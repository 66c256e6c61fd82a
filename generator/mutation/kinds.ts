/** What a mutation deletes: the command line's help names them, so that nothing else is loaded for it. */
export const MUTATION_KINDS = [
  'guard',
  'row',
  'signature',
  'filter',
  'dedupe',
  'step',
  'when',
  'default',
  'pipe',
  'pagination',
  'retry',
  'errors',
] as const;

export type MutationKind = (typeof MUTATION_KINDS)[number];
