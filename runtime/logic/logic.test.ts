import { beforeEach, describe, expect, it } from 'vitest';
import {
  change,
  constant,
  fuel,
  GapFuelError,
  GapValueError,
  has,
  key,
  limited,
  own,
  put,
  text,
  there,
  utc,
} from './index.ts';

beforeEach(() => fuel.start());

describe('own', () => {
  it('reads what an object, a list or a text has itself', () => {
    expect(own<Record<string, number>, string>({ a: 1 }, 'a')).toBe(1);
    expect(own(['x', 'y'], 1)).toBe('y');
    expect(own('xy', 1)).toBe('y');
    expect(own('xy', 2)).toBeUndefined();
    expect(own<string>(undefined, 0)).toBeUndefined();
  });

  it('gives nothing that is inherited, and nothing of a function', () => {
    for (const name of ['constructor', '__proto__', 'toString', 'prototype', 'map']) {
      expect(own<Record<string, unknown>, string>({}, name)).toBeUndefined();
      expect(Reflect.apply(own, undefined, [[], name])).toBeUndefined();
      expect(Reflect.apply(own, undefined, ['text', name])).toBeUndefined();
      expect(Reflect.apply(own, undefined, [Object, name])).toBeUndefined();
      expect(Reflect.apply(own, undefined, [Object.prototype, name === 'map' ? name : 'constructor'])).toBeUndefined();
    }
  });

  it('is not misled by a key that is another text each time', () => {
    let times = 0;
    const name = { toString: () => (times++ === 0 ? 'a' : 'constructor') };
    expect(Reflect.apply(own, undefined, [{ a: 1 }, name])).toBeUndefined();
  });

  it('reads data that is named as the language names its own', () => {
    expect(own<Record<string, unknown>, string>(JSON.parse('{"__proto__":1,"constructor":2}'), '__proto__')).toBe(1);
    expect(has({ a: 1 }, 'a')).toBe(true);
    expect(has({ a: 1 }, 'toString')).toBe(false);
  });
});

describe('put', () => {
  it('writes an own member, whatever its name', () => {
    const data: Record<string, number> = {};
    expect(put(data, '__proto__', 1)).toBe(1);
    put(data, 'constructor', 2);
    put(data, 'a', 3);
    expect(JSON.stringify(data)).toBe('{"__proto__":1,"constructor":2,"a":3}');
    expect(Object.getPrototypeOf(data)).toBe(Object.prototype);
    change(data, 'a', (value) => (value ?? 0) + 1);
    expect(data['a']).toBe(4);
  });

  it('writes items of lists, and refuses what is no item', () => {
    const list = [1];
    put(list, 1, 2);
    expect(list).toEqual([1, 2]);
    expect(() => put(list, -1, 0)).toThrow(GapValueError);
    expect(() => put(list, 0.5, 0)).toThrow(GapValueError);
    expect(() => put(list, 3_000_000, 0)).toThrow(GapFuelError);
    expect(() => Reflect.apply(put, undefined, [list, 'length', 0])).toThrow(GapValueError);
    expect(() => Reflect.apply(put, undefined, [Object, 'keys', 0])).toThrow(GapValueError);
    expect(() => key('__proto__')).toThrow(GapValueError);
    expect(key(3)).toBe(3);
  });
});

it('constants cannot be changed, to their depths', () => {
  const table = constant({ rates: [{ rate: 1 }], names: new Map([['a', new Set(['b'])]]) });
  expect(() => table.rates.push({ rate: 2 })).toThrow(TypeError);
  expect(() => put(table.rates, 0, { rate: 2 })).toThrow(GapValueError);
  expect(() => table.names.set('c', new Set())).toThrow(GapValueError);
  expect(() => table.names.get('a')?.add('c')).toThrow(GapValueError);
  expect(table.names.get('a')?.has('b')).toBe(true);
});

describe('fuel', () => {
  it('ends what would go on for ever, and cannot be survived', () => {
    const endless = (): void => {
      for (;;) {
        fuel.burn();
        try {
          fuel.burn();
        } catch (error) {
          fuel.caught(error);
        }
      }
    };
    expect(endless).toThrow(GapFuelError);
    fuel.start();
    expect(() => fuel.burn()).not.toThrow();
  });

  it('lets a fill catch what it may, and not the end of the stack', () => {
    expect(() => fuel.caught(new SyntaxError('Unexpected token'))).not.toThrow();
    expect(() => fuel.caught(new RangeError('Invalid time value'))).not.toThrow();
    expect(() => fuel.caught(new RangeError('Maximum call stack size exceeded'))).toThrow(RangeError);
  });

  it('limits lengths', () => {
    expect(limited(1000)).toBe(1000);
    expect(() => limited(1e9)).toThrow('the logic was stopped: a length of 1000000000 is more than 1,000,000');
  });
});

it('dates are the same everywhere', () => {
  expect(utc('2024-05-01T10:00:00').toISOString()).toBe('2024-05-01T10:00:00.000Z');
  expect(utc('2024-05-01T10:00+02:00').toISOString()).toBe('2024-05-01T08:00:00.000Z');
  expect(utc('2024-05-01').toISOString()).toBe('2024-05-01T00:00:00.000Z');
  expect(utc(0).getTime()).toBe(0);
  expect(utc(utc(5)).getTime()).toBe(5);
  expect(utc('May 1, 2024').getTime()).toBeNaN();
});

it('values that are not there, and texts of unknown values', () => {
  expect(there(0)).toBe(0);
  expect(() => there(undefined)).toThrow(GapValueError);
  expect(text(['a', null, { b: 1 }])).toBe('a,,[object Object]');
  expect(text(undefined)).toBe('undefined');
  expect(() => text(() => 1)).toThrow(GapValueError);
});
