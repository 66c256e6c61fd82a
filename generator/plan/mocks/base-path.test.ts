import { expect, test } from 'vitest';
import { basePathOf } from './base-path.ts';

test.each([
  ['https://api.example.com', ''],
  ['https://api.example.com/v2/', '/v2'],
  ['https://{shop}.example.com/stores/{storeHash}/v3', '/stores/storeHash/v3'],
])('the path of %s is %s, variables by their names', (url, path) => {
  expect(basePathOf(url)).toBe(path);
  expect(new URL(path === '' ? '/' : path, 'http://localhost').pathname).toBe(path === '' ? '/' : path);
});
