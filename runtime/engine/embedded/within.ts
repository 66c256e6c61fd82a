import { systemClock } from '../clock.ts';

/** Waits for `work`, but not longer than `ms` of real time. */
export async function within(ms: number, work: Promise<void>): Promise<void> {
  let cancel: (() => void) | undefined;
  await Promise.race([work, new Promise<void>((resolve) => (cancel = systemClock.after(ms, resolve)))]);
  cancel?.();
}
