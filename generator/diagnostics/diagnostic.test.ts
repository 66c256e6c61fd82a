import { describe, expect, it } from 'vitest';
import { diagnostic, hasErrors } from './diagnostic.ts';

const place = { file: 'a.yaml', line: 3, column: 5, endLine: 3, endColumn: 9 };

describe('diagnostic', () => {
  it('makes message and fix from the arguments of its code', () => {
    expect(diagnostic('FR2003', { field: 'total_prise', owner: 'Order', suggestion: 'total_price' }, place)).toEqual({
      code: 'FR2003',
      severity: 'error',
      message: "no field 'total_prise' on Order",
      place,
      fix: "did you mean 'total_price'?",
    });
  });

  it('leaves out what it does not have', () => {
    expect(diagnostic('FR1020', { problem: 'odd' })).toEqual({ code: 'FR1020', severity: 'error', message: 'odd' });
  });

  it('names related places', () => {
    const related = [{ place, message: 'given here first' }];
    expect(diagnostic('FR1021', { key: 'a' }, place, related).related).toEqual(related);
  });

  it('asks for the arguments of its code', () => {
    // @ts-expect-error: FR2003 also wants the owner
    expect(() => diagnostic('FR2003', { field: 'x' })).not.toThrow();
  });
});

describe('hasErrors', () => {
  it('does not count warnings', () => {
    const warning = diagnostic('FR3001', { what: 'model', name: 'Order' });
    expect(hasErrors([warning])).toBe(false);
    expect(hasErrors([warning, diagnostic('FR1001', { file: 'x' })])).toBe(true);
  });
});
