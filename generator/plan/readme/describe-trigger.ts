import type { Signature, Trigger } from '../../spec/types.ts';

/** What starts a workflow, in a sentence. */
export function describeTrigger(trigger: Trigger): string {
  if ('manual' in trigger) return 'Started by hand.';
  if ('schedule' in trigger) return `On the schedule \`${trigger.schedule.cron}\` (${trigger.schedule.timeZone ?? 'UTC'}).`;
  const { webhook } = trigger;
  const parts = [
    `\`${webhook.method ?? 'POST'} ${webhook.path}\`${webhook.system === undefined ? '' : ` from ${webhook.system}`}, ${describeSignature(webhook.signature)}`,
    ...(webhook.events === undefined ? [] : [`only ${webhook.events.in.join(', ')} (${webhook.events.header})`]),
    ...(webhook.filter === undefined ? [] : [`only where ${webhook.filter}`]),
    ...(webhook.dedupe === undefined ? [] : [`each delivery once (by ${'header' in webhook.dedupe ? webhook.dedupe.header : webhook.dedupe.path}, for ${webhook.dedupe.keep ?? '24h'})`]),
  ];
  return `${parts.join('; ')}.`;
}

function describeSignature(signature: Signature): string {
  if ('hmac' in signature) return `signed with HMAC-${signature.hmac.toUpperCase().replace('SHA', 'SHA-')} in \`${signature.header}\``;
  if ('apiKey' in signature) return `with an API key in \`${signature.apiKey.header}\``;
  return 'basic' in signature ? 'with basic authentication' : 'not authenticated';
}
