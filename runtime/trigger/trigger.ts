import type { Reply } from '../context/context.ts';

/** How the sender of a webhook proves who it is. Everything is checked over the raw bytes, in constant time, before anything is parsed. */
export type WebhookAuth =
  | {
      readonly kind: 'hmac';
      readonly algorithm: 'sha1' | 'sha256' | 'sha512';
      /** Header that carries the signature. */
      readonly header: string;
      readonly encoding: 'hex' | 'base64';
      /** The signature's name in a header that holds several: `v1` in `t=1700000000,v1=abc`. One of that name has to fit. */
      readonly field?: string;
      /** What stands before the signature in the header: `sha256=`. */
      readonly prefix?: string;
      readonly secret: string;
      /** How the secret is written, where it is bytes. */
      readonly secretEncoding?: 'base64' | 'hex';
      /** What is signed, where it is more than the body: parts in order; `timestamp` is what `timestamp` names. */
      readonly payload?: readonly ('body' | 'timestamp' | { readonly text: string } | { readonly header: string })[];
      readonly timestamp?: ({ readonly header: string } | { readonly field: string }) & {
        readonly toleranceMs: number;
      };
    }
  /** The headers id, timestamp and signature after the prefix (`webhook-`); the secret in base64, perhaps after `whsec_`. */
  | {
      readonly kind: 'standardWebhooks';
      readonly secret: string;
      readonly prefix: string;
      readonly toleranceMs: number;
    }
  | { readonly kind: 'apiKey'; readonly header: string; readonly prefix?: string; readonly secret: string }
  | { readonly kind: 'basic'; readonly username: string; readonly password: string }
  | { readonly kind: 'none' };

/** A delivery as it came in; header names in lower case. */
export interface Delivery {
  readonly headers: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly path: string;
}

/** Where a delivery's identity comes from, and how long it is remembered. */
export interface WebhookDedupe<Input> {
  id(delivery: Delivery, input: Input): string | undefined;
  readonly keepMs: number;
}

/** Functions are methods here so that a trigger of any input is a `Trigger<unknown>`: what the trigger parses is what it is asked about. */
export interface WebhookTrigger<Input> {
  readonly kind: 'webhook';
  readonly method: 'POST' | 'PUT' | 'GET';
  readonly path: string;
  readonly auth: WebhookAuth;
  /** Where a delivery's identity comes from; without it every delivery is its own event. */
  readonly dedupe?: WebhookDedupe<Input>;
  /** False: answered with `ignored` before the body is read as JSON; for events of another kind, whose payload has another model. */
  accepts?(delivery: Delivery): boolean;
  /** Throws `PayloadError` with every path that violates the model. */
  parse(body: unknown): Input;
  /** False: answered with `ignored` (200 where absent) and nothing runs. */
  filter?(input: Input, delivery: Delivery): boolean;
  readonly ignored?: Reply;
  /** Runs with the same key are serialised. */
  key?(input: Input, delivery: Delivery): string;
  /** `completed`: the caller waits for the workflow's reply, at most `waitMs`, then gets 202; `accepted`: 202 as soon as the event is on disk. */
  readonly answer: 'completed' | 'accepted';
  readonly waitMs: number;
}

export interface ScheduleTrigger {
  readonly kind: 'schedule';
  /** Five fields, or six with seconds. */
  readonly cron: string;
  /** An IANA name. */
  readonly timeZone: string;
  /** `skip`: a firing is left out while the run before it is not over; `queue`: it waits. */
  readonly overlap: 'skip' | 'queue';
  /** Firings missed while the process was down: `latest` runs once for all of them, `none` drops them. */
  readonly missed: 'latest' | 'none';
}

export interface ManualTrigger<Input> {
  readonly kind: 'manual';
  parse(body: unknown): Input;
}

/** What a scheduled workflow gets as its input. Epoch milliseconds. */
export interface Tick {
  readonly scheduledAt: number;
}

export type Trigger<Input> = WebhookTrigger<Input> | ScheduleTrigger | ManualTrigger<Input>;

export type { Issue } from '../context/issue.ts';
