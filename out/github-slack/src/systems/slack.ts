import type { SystemDefinition, Transport } from '@flowright/runtime';
import type { Message } from '../models/message.ts';
import { type PostMessageResponse, parsePostMessageResponse } from '../models/post-message-response.ts';

/** Slack: https://docs.slack.dev/reference/methods/chat.postMessage */
export const slack = {
  id: 'slack',
  baseUrl: 'https://slack.com/api',
  baseUrlSetting: 'SLACK_BASE_URL',
  variables: {},
  auth: { kind: 'bearer', secret: 'SLACK_BOT_TOKEN' },
  headers: {},
  timeoutMs: 30000,
  retry: {
    attempts: 5,
    initialMs: 500,
    factor: 2,
    maxMs: 60000,
    on: [429, '5xx', 'network', 'timeout'],
    respect: 'Retry-After',
  },
  rateLimit: { requests: 1, perMs: 1000 },
} as const satisfies SystemDefinition;

export interface PostMessageInput {
  readonly body: Message;
}

export type SlackClient = ReturnType<typeof slackClient>;

export function slackClient(transport: Transport) {
  return {
    /** POST /chat.postMessage */
    async postMessage(input: PostMessageInput): Promise<PostMessageResponse> {
      const { body } = await transport.send(slack, {
        operation: 'postMessage',
        method: 'POST',
        path: '/chat.postMessage',
        body: input.body,
        retrySafe: false,
        errors: [
          { body: { path: ['error'], equals: 'ratelimited' }, code: 'provider_error', retry: true },
          { body: { path: ['error'], equals: 'channel_not_found' }, code: 'not_found' },
          { body: { path: ['error'], equals: 'invalid_auth' }, code: 'unauthorized' },
          { body: { path: ['error'] }, code: 'provider_error' },
        ],
        parse: parsePostMessageResponse,
      });
      return body;
    },
  };
}
