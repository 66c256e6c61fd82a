import { env } from 'node:process';

/** `FUZZ_SEED`: which texts go where. */
export const SEED = Number(env['FUZZ_SEED'] ?? 1);

/** `HOSTILE_ROUNDS`: how many texts go into each place; as many as there are texts for a run that leaves none out. */
export const ROUNDS = Number(env['HOSTILE_ROUNDS'] ?? 1);

/** `HOSTILE_TOGETHER`: how many of the places that took a text are built at once. */
export const TOGETHER = Number(env['HOSTILE_TOGETHER'] ?? 12);

/** `HOSTILE_REPORT`: whether a run says how many texts it tried. */
export const REPORTS = env['HOSTILE_REPORT'] !== undefined;

/** Milliseconds that a test may take: each round goes through every place. */
export const LONGEST = 600_000 * ROUNDS;
