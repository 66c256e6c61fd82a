import { expect, it } from 'vitest';
import type { NextPage } from './page.ts';
import { windowOf, type WindowOptions } from './window.ts';

const DAY = 86_400_000;

function walk(options: WindowOptions): readonly (readonly [from: unknown, to: unknown])[] {
  const seen: [unknown, unknown][] = [];
  let next: NextPage | undefined;
  do {
    const window = windowOf(next, options);
    seen.push([window.from, window.to]);
    next = window.next;
  } while (next !== undefined && seen.length < 20);
  return seen;
}

it.each<[string, WindowOptions, readonly (readonly [unknown, unknown])[]]>([
  [
    'days',
    { from: '2026-01-30', to: '2026-03-01', sizeMs: 14 * DAY, format: 'date' },
    [
      ['2026-01-30', '2026-02-13'],
      ['2026-02-13', '2026-02-27'],
      ['2026-02-27', '2026-03-01'],
    ],
  ],
  [
    'ISO times',
    { from: '2026-01-01T00:00:00+02:00', to: '2026-01-01T00:00:00Z', sizeMs: 3_600_000, format: 'iso' },
    [
      ['2025-12-31T22:00:00.000Z', '2025-12-31T23:00:00.000Z'],
      ['2025-12-31T23:00:00.000Z', '2026-01-01T00:00:00.000Z'],
    ],
  ],
  [
    'seconds',
    { from: 0, to: 150, sizeMs: 100_000, format: 'epochSeconds' },
    [
      [0, 100],
      [100, 150],
    ],
  ],
  ['a span that is over', { from: 9, to: 5, sizeMs: 1, format: 'epochMillis' }, [[9, 5]]],
])('asks for %s without a gap or an overlap', (_, options, expected) => {
  expect(walk(options)).toEqual(expected);
});

it('refuses what is no time', () => {
  expect(() => windowOf(undefined, { from: 'soon', to: 5, sizeMs: 1, format: 'iso' })).toThrow("'soon' is no time");
});
