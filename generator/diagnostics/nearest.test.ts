import { describe, expect, it } from 'vitest';
import { nearest } from './nearest.ts';

describe('nearest', () => {
  it.each([
    ['total_prise', ['name', 'total_price', 'total'], 'total_price'],
    ['Id', ['id', 'ids'], 'id'],
    ['dealanme', ['dealname', 'dealstage'], 'dealname'],
    ['fro', ['from', 'for'], 'from'],
    ['PSOT', ['GET', 'POST'], 'POST'],
    ['titel', ['type', 'title'], 'title'],
    ['if', ['ids', 'IF'], 'IF'],
  ])('finds what was meant by %s', (name, candidates, wanted) => {
    expect(nearest(name, candidates)).toBe(wanted);
  });

  it.each([
    ['email', ['address', 'phone']],
    ['x', ['abc', 'def']],
    ['anything', []],
    ['same', ['same']],
    ['if', ['id']],
  ])('suggests nothing far away for %s', (name, candidates) => {
    expect(nearest(name, candidates)).toBeUndefined();
  });
});
