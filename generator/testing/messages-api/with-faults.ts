import type { Fault, Script } from './script.ts';

/** A script that gives these faults to the first questions, each spoiling the reply that would have been given. */
export function withFaults(script: Script, faults: readonly Fault[], retryAfter?: number): Script {
  return (params, count) => {
    const reply = script(params, count);
    const fault = faults[count];
    if (fault === undefined) return reply;
    return { text: 'nothing is recorded', ...reply, fault, ...(retryAfter !== undefined && { retryAfter }) };
  };
}
