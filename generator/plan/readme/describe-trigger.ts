import type { Signature, Trigger } from '../../spec/types.ts';
import type { RichText } from '../../ir/readme.ts';
import { joined, rich } from './rich-text.ts';

/** What starts a workflow, in a sentence. */
export function describeTrigger(trigger: Trigger): RichText {
  if ('manual' in trigger) return 'Started by hand.';
  if ('schedule' in trigger)
    return joined(['on the schedule ', rich`${trigger.schedule.cron}`, ` (${trigger.schedule.timeZone ?? 'UTC'}).`]);
  const { webhook } = trigger;
  const parts = [
    joined([
      rich`${`${webhook.method ?? 'POST'} ${webhook.path}`}`,
      webhook.system === undefined ? ', ' : ` from ${webhook.system}, `,
      describeSignature(webhook.signature),
    ]),
    ...(webhook.events === undefined
      ? []
      : [
          joined([
            'only ',
            joined(
              webhook.events.in.map((event) => rich`${event}`),
              ', ',
            ),
            rich` by ${webhook.events.header}`,
          ]),
        ]),
    ...(webhook.filter === undefined ? [] : [rich`only where ${webhook.filter}`]),
    ...(webhook.dedupe === undefined
      ? []
      : [
          joined([
            rich`each delivery once, by ${'header' in webhook.dedupe ? webhook.dedupe.header : webhook.dedupe.path}`,
            `, remembered for ${webhook.dedupe.keep ?? '24h'}`,
          ]),
        ]),
  ];
  return joined([joined(parts, '; '), '.']);
}

function describeSignature(signature: Signature): RichText {
  if ('hmac' in signature)
    return joined([
      `signed with HMAC-${signature.hmac.toUpperCase().replace('SHA', 'SHA-')} in `,
      rich`${signature.header}`,
    ]);
  if ('standardWebhooks' in signature) return 'signed as Standard Webhooks';
  if ('apiKey' in signature) return rich`with an API key in ${signature.apiKey.header}`;
  return 'basic' in signature ? 'with basic authentication' : 'not authenticated';
}
