import type { Message } from '../models/message.ts';
import type { PullRequestEvent } from '../models/pull-request-event.ts';
import { channels } from '../tables/channels.ts';

export function eventToMessage(pullRequestEvent: PullRequestEvent): Message {
  return {
    channel: channels.get(pullRequestEvent.repository.full_name) ?? 'C0ENG',
    text: `*${pullRequestEvent.pull_request.user.login}* opened <${pullRequestEvent.pull_request.html_url}|${pullRequestEvent.repository.full_name}#${pullRequestEvent.number}: ${pullRequestEvent.pull_request.title}> (${pullRequestEvent.pull_request.head.ref} → ${pullRequestEvent.pull_request.base.ref}, +${pullRequestEvent.pull_request.additions} −${pullRequestEvent.pull_request.deletions})`,
    unfurl_links: false,
  };
}
