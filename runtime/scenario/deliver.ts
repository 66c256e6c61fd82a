import { lowerCased } from '../http/lower-cased.ts';
import type { Environment } from '../settings/settings.ts';
import type { WebhookTrigger } from '../trigger/trigger.ts';
import { signDelivery } from './sign-delivery.ts';

/**
 * What is broken about a delivery: `body` is changed after it was signed, `signature` is a wrong one, `missingSignature`
 * is none, `json` is a body that breaks off, rightly signed.
 */
export type Tamper = 'body' | 'signature' | 'missingSignature' | 'json';

export interface DeliveryOptions {
  /** One that carries the proof of the sender, as a recorded delivery has it, stands in place of the one made here. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly tamper?: Tamper;
  /** The body is text that is sent as it is, and not JSON to be made. */
  readonly raw?: boolean;
}

/** How the same delivery comes again. */
export interface RepetitionOptions extends DeliveryOptions {
  /** Milliseconds from one delivery to the next; none where absent. */
  readonly everyMs?: number;
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
  { headers = {}, tamper, raw = false }: DeliveryOptions,
): Promise<Answer> {
  const whole = raw ? String(body) : JSON.stringify(body);
  const text = tamper === 'json' ? whole.slice(0, -1) : whole;
  const secrets = tamper === 'signature' ? wrong(settings) : settings;
  const proof =
    tamper === 'missingSignature' ? {} : signDelivery(trigger.auth, text, secrets, now, lowerCased(headers));
  const response = await fetch(origin + trigger.path, {
    method: trigger.method,
    headers: withHeaders({ 'content-type': 'application/json', ...proof }, headers),
    body: tamper === 'body' ? `${text} ` : text,
  });
  const answer = await response.text();
  return { status: response.status, ...(answer !== '' && { body: parsed(answer) }) };
}

/** Names of headers are the same in upper and lower case. */
function withHeaders(made: Readonly<Record<string, string>>, given: Readonly<Record<string, string>>): Headers {
  const headers = new Headers(made);
  for (const [name, value] of Object.entries(given)) headers.set(name, value);
  return headers;
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
