import type { CommandContext } from '../io.ts';

/** What a person sees while bodies are tested. */
export interface VerifyProgress {
  tested(done: number): void;
  end(): void;
}

const CLEAR = '\r\u001B[K';

/** One line on a terminal, which goes again; nothing elsewhere, as the result tells of every gap. */
export function verifyProgress({ io, json }: CommandContext, total: number): VerifyProgress {
  if (json || io.stderr.isTTY !== true) return { tested: () => undefined, end: () => undefined };
  return {
    tested: (done) => void io.stderr.write(`${CLEAR}testing bodies: ${String(done)} of ${String(total)} …`),
    end: () => void io.stderr.write(CLEAR),
  };
}
