import type { MockDefinition } from '@flowright/runtime/mock';

/** The systems as this integration needs them for a try without credentials: what they answer, and what they hold at the start. */
export const mocks: MockDefinition = {
  systems: [
    {
      id: 'slack',
      baseUrlSetting: 'SLACK_BASE_URL',
      basePath: '/api',
      auth: { kind: 'bearer', secret: 'SLACK_BOT_TOKEN' },
      endpoints: [
        {
          id: 'postMessage',
          method: 'POST',
          path: '/chat.postMessage',
          status: 200,
          does: { kind: 'respond', body: { channel: 'C0ENG', ok: true, ts: '1772352000.000100' } },
        },
      ],
    },
  ],
  seeds: {},
  settings: { GITHUB_WEBHOOK_SECRET: 'mock-github-webhook-secret' },
};
