import { defineIntegration, workflow } from '@flowright/runtime';
import { type Clients, createClients } from './clients.ts';
import { parsePullRequestEvent } from './models/pull-request-event.ts';
import { slack } from './systems/slack.ts';
import { pullRequestOpened } from './workflows/pull-request-opened.ts';

export const integration = defineIntegration<Clients>({
  name: 'github-slack',
  version: '9447d06d7068ae5a',
  systems: [slack],
  settings: [{ setting: 'SLACK_BOT_TOKEN' }, { setting: 'GITHUB_WEBHOOK_SECRET' }],
  clients: createClients,
  workflows: {
    pullRequestOpened: workflow({
      trigger: {
        kind: 'webhook',
        method: 'POST',
        path: '/github/events',
        auth: {
          kind: 'hmac',
          algorithm: 'sha256',
          header: 'x-hub-signature-256',
          encoding: 'hex',
          prefix: 'sha256=',
          secret: 'GITHUB_WEBHOOK_SECRET',
        },
        accepts: ({ headers }) => headers['x-github-event'] === 'pull_request',
        dedupe: { id: ({ headers }) => headers['x-github-delivery'], keepMs: 604800000 },
        parse: parsePullRequestEvent,
        filter: (event) =>
          (event.action === 'opened' && !event.pull_request.draft) || event.action === 'ready_for_review',
        answer: 'completed',
        waitMs: 20000,
      },
      run: pullRequestOpened,
    }),
  },
});
