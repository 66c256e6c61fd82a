import { expect, test } from 'vitest';
import { DiagnosticError } from '../diagnostic-error.ts';
import { refuseClearText } from './refuse-clear-text.ts';

const env = { ANTHROPIC_API_KEY: 'made-up' };

test.each([
  'http://10.0.0.5:8080',
  'http://models.example.com',
  'http://localhost.example.com',
  'http://127.0.0.1.example.com',
  'http://127.0.0.1@models.example.com',
  'http://[::2]',
])('sends no key to %s', (baseUrl) => {
  expect(() => refuseClearText({ baseUrl }, { env })).toThrow(DiagnosticError);
  expect(() => refuseClearText({ baseUrl }, { env })).toThrow(/FR7409 the key would be sent to '.*' in the clear/);
  expect(() => refuseClearText({ baseUrl, insecure: true }, { env })).not.toThrow();
  expect(() => refuseClearText({ baseUrl }, { env: {} })).not.toThrow();
});

test.each([
  'https://models.example.com',
  'http://localhost:11434',
  'http://LOCALHOST',
  'http://127.1:80',
  'http://2130706433',
  'http://[::1]:8080',
])('lets it go to %s', (baseUrl) => {
  expect(() => refuseClearText({ baseUrl }, { env })).not.toThrow();
});
