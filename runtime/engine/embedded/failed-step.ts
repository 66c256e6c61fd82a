/** Which step an error came from: noted where it is thrown, asked where the run ends. Says nothing of an error's looks. */
const steps = new WeakMap<object, string>();

export function noteFailedStep<E extends Error>(error: E, step: string): E {
  steps.set(error, step);
  return error;
}

/** Follows causes, since a workflow may wrap the failure of a step in its own. */
export function failedStepOf(error: unknown): string | undefined {
  for (let at = error; at instanceof Error; at = at.cause) {
    const step = steps.get(at);
    if (step !== undefined) return step;
  }
  return undefined;
}
