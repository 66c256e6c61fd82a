import type { Environment } from '../settings/settings.ts';
import type { WebhookTrigger } from '../trigger/trigger.ts';
import { signDelivery } from './sign-delivery.ts';

/**
 * What is broken about a delivery: `body` is changed after it was signed, `signature` is a wrong one, `missingSignature`
 * is none, `json` is a body that breaks off, rightly signed.
 */
export type Tamper = 'body' | 'signature' | 'missingSignature' | 'json';

export interface DeliveryOptions {
  readonly headers?: Readonly<Record<string, string>>;
  readonly tamper?: Tamper;
}

/** What a webhook answered; its body as parsed JSON, or text where it is none, or `undefined` where it is empty. */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
}

/** Where a delivery goes, and what proves its sender. */
export interface Destination {
  readonly origin: string;
  readonly trigger: WebhookTrigger<unknown>;
  readonly settings: Environment;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** Delivers a body as its sender would: JSON, signed over its bytes. */
export async function deliver(
  { origin, trigger, settings, now }: Destination,
  body: unknown,
  { headers, tamper }: DeliveryOptions,
): Promise<Answer> {
  const whole = JSON.stringify(body);
  const text = tamper === 'json' ? whole.slice(0, -1) : whole;
  const secrets = tamper === 'signature' ? wrong(settings) : settings;
  const proof = tamper === 'missingSignature' ? {} : signDelivery(trigger.auth, text, secrets, now);
  const response = await fetch(origin + trigger.path, {
    method: trigger.method,
    headers: { 'content-type': 'application/json', ...headers, ...proof },
    body: tamper === 'body' ? `${text} ` : text,
  });
  const answer = await response.text();
  return { status: response.status, ...(answer !== '' && { body: parsed(answer) }) };
}

/** As somebody has them who does not know the secrets. */
function wrong(settings: Environment): Environment {
  return Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, `wrong-${value ?? ''}`]));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
