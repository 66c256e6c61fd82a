import { expect, it } from 'vitest';
import { displayPath } from './display-path.ts';

it('is relative below the working directory, and absolute elsewhere', () => {
  expect(displayPath('/w/a/b.yaml', '/w')).toBe('a/b.yaml');
  expect(displayPath('/w/..a.yaml', '/w')).toBe('..a.yaml');
  expect(displayPath('/other/b.yaml', '/w')).toBe('/other/b.yaml');
  expect(displayPath('/w', '/w')).toBe('/w');
});
