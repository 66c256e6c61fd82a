import { entry } from './entry.ts';

/** FR4xxx: the generated code was checked and did not pass. */
export const verifyCatalogue = {
  FR4001: entry<{ file: string; line: number; tsCode: string; message: string }>({
    severity: 'error',
    title: 'Generated code does not type-check',
    message: ({ file, line, tsCode, message }) =>
      `generated ${file}:${line} does not type-check: ${message} (${tsCode})`,
    cause: 'The TypeScript compiler refuses the code that was generated from this place.',
    fix: 'if the spec is right, this is a mistake in Flowright: please report it with the spec',
  }),
  FR4002: entry<{ reason: string }>({
    severity: 'error',
    title: 'Type check could not run',
    message: ({ reason }) => `the type check could not run: ${reason}`,
    cause: 'The TypeScript compiler, or the runtime package whose types it needs, could not be found or started.',
    fix: 'install the dependencies again',
  }),
};
