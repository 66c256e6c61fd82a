import type { SystemDefinition, Transport } from '@flowright/runtime';
import type { Message } from '../models/message.ts';

/** Mail */
export const mail = {
  id: 'mail',
  baseUrl: 'https://api.mail.example.com/v1',
  baseUrlSetting: 'MAIL_BASE_URL',
  variables: {},
  auth: { kind: 'apiKey', in: 'header', name: 'X-Api-Key', secret: 'MAIL_API_KEY' },
  headers: {},
  timeoutMs: 30000,
  retry: {
    attempts: 3,
    initialMs: 500,
    factor: 2,
    maxMs: 60000,
    on: [429, '5xx', 'network', 'timeout'],
    respect: 'Retry-After',
  },
} as const satisfies SystemDefinition;

export interface SendMessageInput {
  readonly body: Message;
}

export type MailClient = ReturnType<typeof mailClient>;

export function mailClient(transport: Transport) {
  return {
    /** POST /messages */
    async sendMessage(input: SendMessageInput): Promise<void> {
      await transport.send(mail, {
        operation: 'sendMessage',
        method: 'POST',
        path: '/messages',
        body: input.body,
        retrySafe: false,
        responseBody: 'none',
        parse: () => undefined,
      });
    },
  };
}
