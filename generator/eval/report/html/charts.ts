import { xml } from '../xml.ts';
import type { Estimate } from '../../statistics/pass-rates.ts';
import { percent } from '../words.ts';

/** A drawing of this folder, with its words for whoever does not see it. */
export interface Chart {
  readonly caption: string;
  readonly svg: string;
}

const WIDTH = 400;
const LEFT = 60;
const RIGHT = 70;
const ROW = 30;
const SPAN = WIDTH - LEFT - RIGHT;

/** Shares as bars from 0 to 100 % with their intervals, and where the baseline stood. */
export function intervalChart(
  rows: readonly { readonly label: string; readonly estimate: Estimate; readonly before?: number }[],
): Chart {
  const body = rows.map(({ label, estimate: { value, low, high }, before }, at) => {
    const y = at * ROW;
    const x = (share: number): string => (LEFT + share * SPAN).toFixed(1);
    return [
      text(0, y + 19, label),
      rect('track', LEFT, y + 6, SPAN, 18),
      rect('bar', LEFT, y + 6, value * SPAN, 18),
      `<path class="range" d="M${x(low)} ${String(y + 15)}H${x(high)}M${x(low)} ${String(y + 10)}V${String(y + 20)}M${x(high)} ${String(y + 10)}V${String(y + 20)}"/>`,
      ...(before === undefined ? [] : [`<path class="was" d="M${x(before)} ${String(y + 2)}V${String(y + 28)}"/>`]),
      text(WIDTH - RIGHT + 12, y + 19, percent(value)),
    ].join('');
  });
  const words = rows.map(
    ({ label, estimate: { value, low, high }, before }) =>
      `${label} ${percent(value)}, between ${percent(low)} and ${percent(high)}${before === undefined ? '' : `; baseline ${percent(before)}`}`,
  );
  const marked = rows.some(({ before }) => before !== undefined);
  return {
    caption: `Shares with their 95 % intervals${marked ? '; the upright stroke is the baseline' : ''}`,
    svg: drawing(rows.length * ROW, words.join('. '), body.join('')),
  };
}

/** Amounts as bars, the longest being the largest. */
export function barChart(
  caption: string,
  rows: readonly { readonly label: string; readonly value: number; readonly words: string }[],
): Chart {
  const most = Math.max(...rows.map(({ value }) => value), Number.MIN_VALUE);
  // A label stands above its bar: names of cases are long.
  const height = 44;
  const body = rows.map(({ label, value, words }, at) => {
    const y = at * height;
    return [
      text(0, y + 14, label.length > 50 ? `${label.slice(0, 49).toWellFormed()}…` : label),
      rect('track', 0, y + 21, WIDTH - RIGHT, 14),
      rect('bar', 0, y + 21, (value / most) * (WIDTH - RIGHT), 14),
      text(WIDTH - RIGHT + 12, y + 33, words),
    ].join('');
  });
  return {
    caption,
    svg: drawing(
      rows.length * height,
      `${caption}: ${rows.map(({ label, words }) => `${label} ${words}`).join(', ')}`,
      body.join(''),
    ),
  };
}

function drawing(height: number, words: string, body: string): string {
  return `<svg viewBox="0 0 ${String(WIDTH)} ${String(height)}" role="img" aria-label="${xml(words)}">${body}</svg>`;
}

function text(x: number, y: number, words: string): string {
  return `<text x="${String(x)}" y="${String(y)}">${xml(words)}</text>`;
}

function rect(kind: string, x: number, y: number, width: number, height: number): string {
  return `<rect class="${kind}" x="${String(x)}" y="${String(y)}" width="${width.toFixed(1)}" height="${String(height)}" rx="3"/>`;
}
