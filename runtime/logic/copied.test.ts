import { beforeEach, describe, expect, it } from 'vitest';
import { copied, fuel, GapValueError } from './index.ts';

beforeEach(() => fuel.start());

describe('copied', () => {
  it('makes new objects, lists, maps, sets and dates', () => {
    const value = { list: [{ a: 1 }], map: new Map([['x', new Set([1])]]), at: new Date(0), none: null };
    const copy = copied(value);
    expect(copy).toEqual(value);
    copy.list[0] = { a: 2 };
    copy.map.get('x')?.add(2);
    copy.at.setTime(1);
    expect(value).toEqual({ list: [{ a: 1 }], map: new Map([['x', new Set([1])]]), at: new Date(0), none: null });
  });

  it('gives what is frozen as something that can be changed', () => {
    const copy = copied(Object.freeze({ a: 1 }) satisfies { a: number });
    expect(Object.isFrozen(copy)).toBe(false);
  });

  it('keeps one thing one, also where it holds itself', () => {
    const shared: unknown[] = [];
    shared.push(shared);
    const copy = copied({ first: shared, second: shared });
    expect(copy.first).toBe(copy.second);
    expect(copy.first[0]).toBe(copy.first);
    expect(copy.first).not.toBe(shared);
  });

  it('makes data of a member named __proto__', () => {
    const parsed: unknown = JSON.parse('{ "__proto__": { "admin": true } }');
    const copy = copied(parsed);
    expect(Object.getPrototypeOf(copy)).toBe(Object.prototype);
    expect(Object.keys(Object(copy))).toEqual(['__proto__']);
  });

  it('copies no functions and nothing that is not plain', () => {
    for (const value of [() => 1, { a: () => 1 }, /a/, Object.create({ a: 1 })])
      expect(() => copied(value)).toThrow(GapValueError);
  });
});
