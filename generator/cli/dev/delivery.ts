import type { Environment, WebhookTrigger } from '@flowright/runtime';
import { signDelivery } from '@flowright/runtime/scenario';
import type { Example } from './read-example.ts';

/** An example delivery to a webhook, signed. */
export interface Delivery {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON. */
  readonly body: string;
  /** The header that wants a value of its own each time, beside `headers`. */
  readonly idHeader?: string;
}

export function exampleDelivery(
  trigger: WebhookTrigger<unknown>,
  origin: string,
  example: Example | undefined,
  settings: Environment,
  now: number,
): Delivery {
  const body = JSON.stringify(example?.body ?? {});
  return {
    method: trigger.method,
    url: origin + trigger.path,
    headers: {
      'content-type': 'application/json',
      ...example?.headers,
      ...signDelivery(trigger.auth, body, settings, now, example?.headers),
    },
    body,
    ...(example?.idHeader !== undefined && { idHeader: example.idHeader }),
  };
}
