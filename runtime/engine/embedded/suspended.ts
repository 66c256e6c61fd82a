/**
 * Ends a piece of work of a run that must not go on in this process (the engine closes, or its store failed). Never
 * reaches a workflow: the context turns it into `suspended()`.
 */
export class Suspension extends Error {
  override readonly name = 'Suspension';
}

/** A promise that never settles. Nothing holds it, so the run that awaits it is collected; its journal brings it back. */
export function suspended(): Promise<never> {
  return new Promise(() => undefined);
}
