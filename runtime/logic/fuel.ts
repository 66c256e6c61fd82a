import { GapFuelError } from './errors.ts';

/** Rounds of loops and calls of functions that one call of a fill may take. */
const FULL = 10_000_000;

// One tank is enough: fills are synchronous and cannot call each other.
let left = FULL;

/** What ends a fill that would go on for ever. Its code is written into each fill. */
export const fuel = {
  /** When the exported function begins. */
  start(): void {
    left = FULL;
  },
  /** In each round of a loop and each call of a function; throws {@link GapFuelError} after 10 million. */
  burn(): void {
    left -= 1;
    if (left < 0) throw new GapFuelError('it took more than 10,000,000 steps');
  },
  /** First in each `catch`: throws again what a fill must not survive, which is the end of its fuel or of an engine's memory. */
  caught(error: unknown): void {
    if (left < 0 || error instanceof GapFuelError || isExhaustion(error)) throw error;
  },
};

/** Where an engine's stack or memory ends differs from engine to engine, so that nothing may depend on it. */
function isExhaustion(error: unknown): boolean {
  if (!(error instanceof Error)) return true;
  return (
    error.name === 'InternalError' ||
    (error.name === 'RangeError' && /stack|memory|allocation|length/i.test(error.message))
  );
}
