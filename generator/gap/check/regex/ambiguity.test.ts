import { describe, expect, it } from 'vitest';
import { ambiguityOf } from './ambiguity.ts';

describe('a pattern', () => {
  it.each([
    ['(?:a|a){8}(?:a|a){8}(?:a|a){8}b', ''],
    ['^a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?aaaab', ''],
    ['^(?:a?){60}$', ''],
    ['^(?:a?){16}(?:a?){16}$', ''],
    ['^(?:\\p{Lu}|\\p{Script=Armenian})+$', 'u'],
  ])('can take endlessly long without a repetition in a repetition, or by rare characters: %s', (source, flags) => {
    expect(ambiguityOf(source, flags)).toBe('exponential');
  });

  it.each(['^a*a*a*a*b', 'a*a*a*b'])('takes very long by the fourth power: %s', (source) => {
    expect(ambiguityOf(source, '')).toBe('steep');
  });

  it.each([
    '^(\\+?1[-. ]?)?\\(?\\d{3}\\)?[-. ]?\\d{3}[-. ]?\\d{4}(?: ?(?:x|ext\\.?) ?\\d{1,6})?$',
    '^[A-Z]{2}\\d{2}[A-Z0-9]{4}\\d{7}(?:[A-Z0-9]?){16}$',
    '^\\s*([^:]+?)\\s*:\\s*(.*?)\\s*$',
    '^\\d{1,3}(?:[.,]\\d{3})*(?:[.,]\\d{1,2})?$',
    '\\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\\b',
    '^[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+$',
  ])('may be what people write: %s', (source) => {
    expect(ambiguityOf(source, 'i')).toBe('none');
  });
});
