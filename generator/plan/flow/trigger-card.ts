import type { Signature, Trigger } from '../../spec/types.ts';
import type { FlowCard } from '../../ir/flow.ts';
import { card, words } from './card.ts';
import type { FlowScope } from './flow-scope.ts';

/** What starts a workflow. */
export function triggerCard(trigger: Trigger, scope: FlowScope): FlowCard {
  if ('manual' in trigger)
    return card('manual', 'Started by hand', trigger.manual.as ?? 'input', {
      lines: [
        words(trigger.manual.output === undefined ? 'by a caller, with its input' : 'by a caller, who gets the output'),
      ],
    });
  if ('schedule' in trigger) {
    const { cron, timeZone = 'UTC', overlap = 'skip' } = trigger.schedule;
    const busy = overlap === 'queue' ? 'waits for the run before it' : 'skipped while a run goes on';
    return card('schedule', 'On schedule', cron, { lines: [words(timeZone), words(busy)] });
  }
  const { webhook } = trigger;
  const { events, filter, dedupe } = webhook;
  const title = `${webhook.method ?? 'POST'} ${webhook.path}`;
  return card('webhook', 'Webhook', title, {
    system: scope.system(webhook.system),
    lines: [
      words(signatureWords(webhook.signature)),
      events && words(`only ${events.in.join(', ')} by ${events.header}`),
      filter === undefined ? undefined : words(`only where ${filter}`),
      dedupe && words(`each delivery once, by ${'header' in dedupe ? dedupe.header : dedupe.path}`),
    ],
    binds: webhook.as,
  });
}

function signatureWords(signature: Signature): string {
  if ('hmac' in signature)
    return `signed: HMAC-${signature.hmac.toUpperCase().replace('SHA', 'SHA-')} in ${signature.header}`;
  if ('standardWebhooks' in signature) return 'signed: Standard Webhooks';
  if ('apiKey' in signature) return `API key in ${signature.apiKey.header}`;
  return 'basic' in signature ? 'basic authentication' : 'not authenticated';
}
