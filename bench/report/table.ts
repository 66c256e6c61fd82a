import { paintFor } from '../../generator/diagnostics/render/colour.ts';
import { summarise } from '../measure/statistics.ts';
import type { Reading, Target } from '../reading.ts';
import { isMet } from './is-met.ts';

const HEADINGS = ['name', 'what', 'median', 'middle half', 'target', 'met'] as const;

/** Readings as a table for people; colours where the stream is a terminal. */
export function renderTable(readings: readonly Reading[], stream?: NodeJS.WritableStream): string {
  const paint = paintFor(stream);
  const rows = readings.map(cells);
  const widths = HEADINGS.map((heading, column) =>
    Math.max(heading.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => (column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd();
  const body = readings.map((reading, index) => {
    const text = line(rows[index] ?? []);
    return isMet(reading) === false ? paint('red', text) : text;
  });
  return [paint('bold', line(HEADINGS)), ...body].join('\n');
}

function cells(reading: Reading): readonly string[] {
  const { median, low, high } = summarise(reading.rounds);
  const met = isMet(reading);
  return [
    reading.name,
    reading.what,
    `${shown(median)}${unitOf(reading)}`,
    reading.rounds.length === 1 ? '–' : `${shown(low)}–${shown(high)}`,
    reading.target === undefined ? '–' : describeTarget(reading.target, unitOf(reading)),
    met === undefined ? '–' : met ? 'yes' : 'no',
  ];
}

function unitOf({ unit }: Reading): string {
  return unit === undefined ? '' : unit === '/s' ? '/s' : ` ${unit}`;
}

function describeTarget(target: Target, unit: string): string {
  return 'atMost' in target ? `≤ ${target.atMost}${unit}` : `≥ ${target.atLeast}${unit}`;
}

function shown(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toFixed(2);
}
