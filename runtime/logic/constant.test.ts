import { describe, expect, it } from 'vitest';
import { constant } from './constant.ts';
import { key } from './key.ts';
import { put } from './put.ts';
import { utc } from './utc.ts';

describe('a constant of a fill', () => {
  it('cannot be changed in its depths, also where its outside was frozen before', () => {
    const table = constant(Object.freeze({ inner: { count: 0 } }));
    expect(() => (table.inner.count = 1)).toThrow(TypeError);
  });

  it('may hold itself', () => {
    const table: { self?: unknown } = {};
    table.self = table;
    expect(constant(table)).toBe(table);
  });

  it('may hold dates, which cannot be set', () => {
    const table = constant({ since: new Date(0) });
    expect(() => table.since.setUTCDate(5)).toThrow("'setUTCDate' on a constant");
    expect(() => table.since.setTime(5)).toThrow("'setTime' on a constant");
    expect(table.since.toISOString()).toBe('1970-01-01T00:00:00.000Z');
  });

  it('is nothing that is used up, or remembers where it stopped', () => {
    expect(() => constant([1, 2].values())).toThrow('an iterator');
    expect(() => constant({ parts: new Map([['a', 1]]).entries() })).toThrow('an iterator');
    expect(() => constant([/a/g])).toThrow("the flag 'g' or 'y'");
    expect(() => constant(/a/y)).toThrow("the flag 'g' or 'y'");
    expect(constant([/a/u])).toHaveLength(1);
  });
});

describe('a list that is written to', () => {
  it('has no items above a million but for those at its end', () => {
    const list: number[] = [];
    put(list, 1_000_000, 1);
    expect(() => put(list, 2_000_000, 1)).toThrow('beyond the end');
    expect(put(list, list.length, 2)).toBe(2);
  });

  it('has none in a pattern either', () => {
    expect(key(1_000_000)).toBe(1_000_000);
    expect(() => key(1_000_001)).toThrow('above 1,000,000');
  });
});

describe('a date', () => {
  it('has no year of minus nothing, which engines read differently', () => {
    expect(utc('-000000-01-01').getTime()).toBeNaN();
    expect(utc('+000000-01-01').getTime()).not.toBeNaN();
    expect(utc('-000001-01-01').getTime()).not.toBeNaN();
  });
});
