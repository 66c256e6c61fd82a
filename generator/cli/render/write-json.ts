import type { Output } from '../io.ts';

/** A command's whole result. */
export function writeJson(stdout: Output, value: unknown): void {
  stdout.write(`${JSON.stringify(value, undefined, 2)}\n`);
}
