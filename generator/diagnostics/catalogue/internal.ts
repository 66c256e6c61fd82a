import { entry } from './entry.ts';

/** FR9xxx: mistakes in Flowright itself. */
export const internalCatalogue = {
  FR9001: entry<{ stage: string; reason: string }>({
    severity: 'error',
    title: 'Internal error',
    message: ({ stage, reason }) => `internal error in ${stage}: ${reason}`,
    cause: 'This is a mistake in Flowright, not in the spec.',
    fix: 'please report it with the spec',
  }),
  FR9002: entry<{ file: string; problem: string }>({
    severity: 'error',
    title: 'Generated file cannot be formatted',
    message: ({ file, problem }) => `generated '${file}' cannot be formatted: ${problem}`,
    cause: 'The text that was generated is not well-formed. This is a mistake in Flowright, not in the spec.',
    fix: 'please report it with the spec',
  }),
};
