import { expect, test } from 'vitest';
import type { Reading } from '../reading.ts';
import { renderJson } from './json.ts';
import { renderTable } from './table.ts';

const readings: readonly Reading[] = [
  { name: 'emit', what: 'emit ÷ (parse + print)', rounds: [1.2, 1, 1.1], target: { atMost: 1.5 } },
  { name: 'flat', what: 'generated ÷ hand-written', rounds: [0.5], target: { atLeast: 0.9 } },
  { name: 'duplicates', what: 'deliveries', unit: '/s', rounds: [2000, 2100] },
];

test('the table puts each number beside its target, without colour where there is no terminal', () => {
  expect(renderTable(readings).split('\n')).toEqual([
    'name        what                      median  middle half  target  met',
    'emit        emit ÷ (parse + print)      1.10    1.05–1.15   ≤ 1.5  yes',
    'flat        generated ÷ hand-written    0.50            –   ≥ 0.9   no',
    'duplicates  deliveries                2050/s    2025–2075       –    –',
  ]);
});

test('the JSON holds every round', () => {
  expect(JSON.parse(renderJson(readings))).toMatchObject([
    { name: 'emit', unit: 'ratio', rounds: [1.2, 1, 1.1], median: 1.1, target: { atMost: 1.5 }, met: true },
    { name: 'flat', median: 0.5, met: false },
    { name: 'duplicates', unit: '/s', met: null },
  ]);
});
