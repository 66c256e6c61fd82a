import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import type { FillEvent } from '../../gap/fill/fill-event.ts';
import { targetOf } from '../../gap/fill/testing/fill-fakes.ts';
import { fillLines, type Canvas } from './fill-lines.ts';
import { beginProgress, follow, type FillProgress } from './fill-progress.ts';

const plain = (_style: unknown, text: string): string => text;
const [one, two, three] = [targetOf('dealPriority'), targetOf('splitName'), targetOf('taxRounding')];
const paid = { asks: 1, input: 1_234, output: 210, cost: 0.0123 };
const NONE = { asks: 0, input: 0, output: 0, cost: 0 };
const CANVAS: Canvas = { width: 100, height: 24, now: 9_000, begun: 0 };

const EVENTS: readonly (readonly [number, FillEvent])[] = [
  [0, { type: 'asking', target: one, attempt: 1, why: 'first' }],
  [0, { type: 'asking', target: two, attempt: 1, why: 'first' }],
  [2_000, { type: 'answered', target: one, usage: { input: 1_234, output: 210 }, cost: 0.0123, resumed: false }],
  [2_100, { type: 'judging', target: one }],
  [2_500, { type: 'ended', outcome: { target: one, end: { kind: 'filled' }, tries: 1, paid, resumed: NONE } }],
  [4_000, { type: 'answered', target: two, usage: { input: 900, output: 90 }, cost: 0.01, resumed: false }],
  [4_200, { type: 'rejected', target: two, problems: [{ check: 'types', message: 'no' }] }],
  [4_300, { type: 'asking', target: two, attempt: 2, why: 'repair' }],
];

const progressOf = (targets: readonly (typeof one)[], events = EVENTS): FillProgress =>
  events.reduce((progress, [at, event]) => follow(progress, event, at), beginProgress(targets));

describe('the live picture', () => {
  it('has a line for each gap, and one of totals', () => {
    expect(fillLines(progressOf([one, two, three]), CANVAS, plain)).toEqual([
      'shop dealPriority  filled               2.5 s  $0.0123  1,234 → 210  try 1',
      'shop splitName     asking for a repair    9 s  $0.0100     900 → 90  try 2',
      'shop taxRounding   waiting',
      '1 of 3 filled · $0.0223 · 9 s · 2,134 tokens in, 300 out',
    ]);
  });

  it('leaves out columns, and then parts of names, where it is narrow', () => {
    const lines = (width: number): readonly string[] =>
      fillLines(progressOf([one, two, three]), { ...CANVAS, width }, plain);
    expect(lines(60)[1]).toBe('shop splitName     asking for a repair    9 s  $0.0100');
    expect(lines(34)[1]).toBe('shop splitNa…  asking for a repair');
    for (let width = 30; width < 100; width += 1)
      for (const line of lines(width)) expect(stringWidth(line), line).toBeLessThanOrEqual(width);
  });

  it('shows what changes where not all lines fit', () => {
    const many = Array.from({ length: 50 }, (_, at) => targetOf(`gap${at}`));
    const events = [...EVENTS, [5_000, { type: 'asking', target: many[40] ?? one, attempt: 1, why: 'first' }] as const];
    const lines = fillLines(progressOf([...many, one, two], events), { ...CANVAS, height: 8 }, plain);
    expect(lines).toHaveLength(7);
    expect(lines.join('\n')).toContain('gap40');
    expect(lines.join('\n')).toContain('splitName');
    expect(lines.at(-2)).toBe('… 47 more waiting');
  });

  it('lets nothing of a spec or a provider steer the terminal', () => {
    const evil = targetOf('\u001B[2Jgap');
    const events: typeof EVENTS = [[0, { type: 'waiting', reason: '\u001B[31mbusy', milliseconds: 1_200 }]];
    const lines = fillLines(progressOf([evil], events), CANVAS, plain);
    expect(lines.join('')).not.toContain('\u001B');
    expect(lines).toContain('␛[31mbusy; asking again in 2 s');
  });
});
