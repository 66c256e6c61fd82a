import { expect, it } from 'vitest';
import { settingsFrom } from '../settings/settings.ts';
import { type BaseUrl, resolveBaseUrl } from './base-url.ts';
import { shopAt } from './testing/loopback.ts';

function resolve(baseUrl: string, environment: Record<string, string>): BaseUrl {
  const variables = { shop: { setting: 'SHOP' }, version: { setting: 'VERSION', default: 'v1' } };
  return resolveBaseUrl(shopAt(baseUrl, { variables }), settingsFrom(environment));
}

it('fills variables into host and path', () => {
  expect(resolve('https://{shop}.example.com:8443/api/{version}/', { SHOP: 'acme-1' })).toEqual({
    origin: 'https://acme-1.example.com:8443',
    path: '/api/v1',
  });
  expect(resolve('https://api.example.com/{version}', { VERSION: 'a/b c' })).toEqual({
    origin: 'https://api.example.com',
    path: '/a%2Fb%20c',
  });
  expect(resolve('https://Api.Example.com:443', {})).toEqual({ origin: 'https://api.example.com', path: '' });
});

it('refuses a value that would change the host, and names the setting but not the value', () => {
  for (const value of [
    'evil.com/',
    'evil.com#',
    'evil.com?',
    'user@evil',
    'a:80',
    'a\\b',
    'ä',
    'a b',
    'a%2eb',
    '0x7f.1..',
  ]) {
    const attempt = (): BaseUrl => resolve('https://{shop}.example.com', { SHOP: value });
    expect(attempt).toThrow(
      expect.objectContaining({ code: 'invalid_input', message: expect.not.stringContaining(value) }),
    );
  }
  expect(() => resolve('https://{shop}', { SHOP: '0x7f.1' })).toThrow(/valid host/);
  expect(() => resolve('https://api.example.com/{version}/x', { VERSION: '..' })).toThrow(/VERSION/);
});

it('names a variable that is not set or not declared', () => {
  expect(() => resolve('https://{shop}.example.com', {})).toThrow(/SHOP/);
  expect(() => resolve('https://{other}.example.com', {})).toThrow(/\{other\}/);
});

it('is replaced whole by its setting, and keeps the declared one where it is known', () => {
  const override = { SHOP_BASE_URL: 'http://127.0.0.1:4000/mock/' };
  expect(resolve('https://{shop}.example.com/api', override)).toEqual({
    origin: 'http://127.0.0.1:4000',
    path: '/mock',
  });
  expect(resolve('https://{shop}.example.com/api', { ...override, SHOP: 'acme' }).declared).toEqual({
    origin: 'https://acme.example.com',
    path: '/api',
  });
  expect(resolve('https://x.example.com', { SHOP_BASE_URL: 'http://[::1]:80/' }).origin).toBe('http://[::1]');
});

it('refuses a setting that is no plain http(s) URL', () => {
  for (const url of ['localhost:4000', 'ftp://x', 'http://u:p@x', 'http://x/?a', 'http://x/#a', 'nonsense']) {
    expect(() => resolve('https://api.example.com', { SHOP_BASE_URL: url })).toThrow(
      expect.objectContaining({ message: expect.stringContaining('SHOP_BASE_URL') }),
    );
  }
});
