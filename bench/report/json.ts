import { summarise } from '../measure/statistics.ts';
import type { Reading } from '../reading.ts';
import { isMet } from './is-met.ts';

/** Readings for programs: one list, with every round. */
export function renderJson(readings: readonly Reading[]): string {
  const list = readings.map((reading) => ({
    ...reading,
    unit: reading.unit ?? 'ratio',
    ...summarise(reading.rounds),
    met: isMet(reading) ?? null,
  }));
  return JSON.stringify(list, null, 2);
}
