import type { StepContext } from '@flowright/runtime';
import type { Clients } from '../clients.ts';
import { eventToMessage } from '../mappings/event-to-message.ts';
import type { PullRequestEvent } from '../models/pull-request-event.ts';

export async function pullRequestOpened(ctx: StepContext<Clients>, event: PullRequestEvent): Promise<void> {
  const message = eventToMessage(event);
  await ctx.run('posted', ({ http }) => http.slack.postMessage({ body: message }));
  await ctx.respond({ status: 200, body: { channel: message.channel } });
}
