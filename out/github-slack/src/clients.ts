import type { Transport } from '@flowright/runtime';
import { type SlackClient, slackClient } from './systems/slack.ts';

/** The clients of the systems, as steps reach them. */
export interface Clients {
  readonly slack: SlackClient;
}

export function createClients(transport: Transport): Clients {
  return { slack: slackClient(transport) };
}
