import { expect, test } from 'vitest';
import type { SystemDefinition } from '../http/system.ts';
import type { IntegrationDefinition } from '../integration.ts';
import { integrationOf } from '../testing/test-engine.ts';
import { createLogger } from './create-logger.ts';
import { loadSettings } from './load-settings.ts';
import { createRedactor, redactorFor } from './redactor.ts';
import { SettingsError } from './settings-error.ts';

const system: SystemDefinition = {
  id: 'crm',
  baseUrl: 'https://crm.example',
  baseUrlSetting: 'CRM_BASE_URL',
  variables: { zone: { setting: 'CRM_ZONE' }, tier: { setting: 'CRM_TIER', default: 'free' } },
  auth: { kind: 'bearer', secret: 'CRM_TOKEN' },
  headers: {},
  timeoutMs: 1000,
  retry: { attempts: 1, initialMs: 1, factor: 1, maxMs: 1, on: [] },
};
const integration: IntegrationDefinition<object> = {
  ...integrationOf({
    hook: {
      trigger: {
        kind: 'webhook',
        method: 'POST',
        path: '/',
        auth: { kind: 'apiKey', header: 'x', secret: 'HOOK_KEY' },
        parse: (body) => body,
        answer: 'accepted',
        waitMs: 0,
      },
      run: async () => undefined,
    },
  }),
  systems: [system],
  settings: [{ setting: 'CRM_TOKEN' }, { setting: 'REGION', default: 'eu' }, { setting: 'SHOP' }],
};

test('all missing settings are named at once, secrets that nobody listed included', () => {
  try {
    loadSettings(integration, { SHOP: '' });
    expect.unreachable();
  } catch (error) {
    expect(error).toBeInstanceOf(SettingsError);
    expect(error).toMatchObject({ code: 'settings_missing', missing: ['CRM_TOKEN', 'CRM_ZONE', 'HOOK_KEY', 'SHOP'] });
    expect(String(error)).toContain('4 settings are missing');
  }
});

test('a setting is its value, else its default', () => {
  const settings = loadSettings(integration, { CRM_TOKEN: 't', HOOK_KEY: 'k', CRM_ZONE: 'z', SHOP: 's' });
  expect(settings.get('SHOP')).toBe('s');
  expect(settings.get('REGION')).toBeUndefined();
  expect(settings.require({ setting: 'REGION', default: 'eu' })).toBe('eu');
  expect(() => settings.require({ setting: 'OTHER' })).toThrow(/OTHER/);
});

test('masks a secret as it stands in texts, JSON and URLs, the longest first', () => {
  const { mask } = createRedactor(['pass"word/1', 'pass"word/1-long']);
  expect(mask('pass"word/1')).toBe('[redacted]');
  expect(mask(JSON.stringify({ a: 'pass"word/1-long' }))).toBe('{"a":"[redacted]"}');
  expect(mask(`https://x/?k=${encodeURIComponent('pass"word/1')}`)).toBe('https://x/?k=[redacted]');
});

test('a short value is not masked, since it would damage ordinary data', () => {
  expect(createRedactor(['test', '']).mask('a test')).toBe('a test');
});

test('no line of the log holds a secret of the integration', () => {
  const settings = loadSettings(integration, {
    CRM_TOKEN: 'crm-token-value',
    HOOK_KEY: 'hook-key-value',
    CRM_ZONE: 'z',
    SHOP: 'ada',
  });
  const lines: string[] = [];
  const log = createLogger({
    name: 'test',
    redactor: redactorFor(integration, settings),
    write: (line) => lines.push(line),
  });
  log.info({ deep: [{ token: 'crm-token-value' }] }, 'with hook-key-value');
  log.error({ err: new Error('crm-token-value') }, 'failed');
  expect(lines.join('')).not.toMatch(/-value/);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    level: 'info',
    name: 'test',
    deep: [{ token: '[redacted]' }],
    msg: 'with [redacted]',
  });
});
