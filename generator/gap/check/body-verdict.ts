import type { GapProblem } from '../problem.ts';

/** A body that keeps every rule that can be seen without running it, or why not. */
export type BodyVerdict =
  | {
      readonly ok: true;
      /** The code as it is kept in git: formatted, without the declarations of the contract's types. */
      readonly body: string;
      /**
       * The whole file `src/logic/<gap>.ts` as it is run in the sandbox and as it is emitted, byte for byte: runtime import,
       * types, hardened code, formatted.
       */
      readonly file: string;
    }
  | { readonly ok: false; readonly problems: readonly GapProblem[] };
