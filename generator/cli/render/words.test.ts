import { describe, expect, it } from 'vitest';
import { count } from '../../diagnostics/render/count.ts';
import { columns } from './columns.ts';
import { duration } from './duration.ts';
import { shorten } from './shorten.ts';

it.each([
  [0.4, '0 ms'],
  [999, '999 ms'],
  [1000, '1 s'],
  [1234, '1.2 s'],
  [59_990, '1 min'],
  [780_000, '13 min'],
  [3_600_000, '1 h'],
  [59_700_000, '16 h 35 min'],
  [187_200_000, '2 d 4 h'],
])('says %d ms as %s', (milliseconds, text) => {
  expect(duration(milliseconds)).toBe(text);
});

it('counts', () => {
  expect([count(0, 'gap'), count(1, 'gap'), count(2, 'spec is', 'specs are')]).toEqual([
    '0 gaps',
    '1 gap',
    '2 specs are',
  ]);
});

it('lines columns up by what they show, not by how long their text is', () => {
  expect(
    columns([
      ['\u001B[1mab\u001B[22m', 'x'],
      ['日', 'y'],
      ['abcd', 'z'],
    ]),
  ).toEqual(['\u001B[1mab\u001B[22m    x', '日    y', 'abcd  z']);
});

describe('shorten', () => {
  it('cuts what is long, and says how long it was', () => {
    expect(shorten({ text: 'x'.repeat(2000) }, 30)).toBe('{"text":"xxxxxxxxxxx… (2.0 kB)');
    expect([...shorten('😀'.repeat(50), 20)]).toHaveLength(20);
  });

  it('shows nothing that a terminal would obey', () => {
    expect(shorten('a\u001B[2Jb\nc', 40)).toBe('a␛[2Jb␊c');
  });
});
