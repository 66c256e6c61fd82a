import { afterEach, expect, test } from 'vitest';
import { offlineAttempts } from './offline-attempts.ts';

const KEY = Symbol.for('flowright.offline');
afterEach(() => void Reflect.deleteProperty(globalThis, KEY));

test('there are none where nothing is guarded', () => {
  expect(offlineAttempts()).toEqual([]);
});

test('those of another process are added to the list that is kept here', () => {
  Reflect.set(globalThis, KEY, { attempts: [{ call: 'connect', target: 'example.com:443' }] });
  offlineAttempts().push({ call: 'send', target: 'example.org' });
  expect(offlineAttempts()).toHaveLength(2);
});
