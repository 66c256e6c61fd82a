import type { Fault, FaultAction } from './fault.ts';

interface Waiting {
  readonly fault: Fault;
  letThrough: number;
  times: number;
}

/** The faults that are still to be shown, in the order in which they were asked for. One request meets one fault. */
export class FaultQueue {
  #waiting: Waiting[] = [];

  /** Throws a RangeError where a count is not a whole number, since such a fault would never end or never come. */
  add(fault: Fault): void {
    const letThrough = fault.after ?? 0;
    if (!Number.isSafeInteger(fault.times) || fault.times < 1)
      throw new RangeError(`a fault's 'times' is a whole number from 1, not ${fault.times}`);
    if (!Number.isSafeInteger(letThrough) || letThrough < 0)
      throw new RangeError(`a fault's 'after' is a whole number from 0, not ${letThrough}`);
    this.#waiting.push({ fault: structuredClone(fault), letThrough, times: fault.times });
  }

  /** The fault that this request meets, if any, and if it is of those asked for; it counts as shown. */
  take(
    system: string,
    endpoint: string | undefined,
    asked: (does: FaultAction) => boolean = ({ kind }) => kind !== 'expiredToken',
  ): FaultAction | undefined {
    for (const waiting of this.#waiting) {
      if (!asked(waiting.fault.does) || !fits(waiting.fault, system, endpoint)) continue;
      if (waiting.letThrough > 0) {
        waiting.letThrough -= 1;
        continue;
      }
      waiting.times -= 1;
      this.#waiting = this.#waiting.filter((one) => one.times > 0);
      return waiting.fault.does;
    }
    return undefined;
  }

  clear(): void {
    this.#waiting = [];
  }
}

function fits(fault: Fault, system: string, endpoint: string | undefined): boolean {
  return (fault.system ?? system) === system && (fault.endpoint ?? endpoint) === endpoint;
}
