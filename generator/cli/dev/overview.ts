import type { Environment, IntegrationDefinition, WebhookAuth } from '@flowright/runtime';
import { Cron } from 'croner';
import { curlLine } from './curl.ts';
import { exampleDelivery } from './delivery.ts';
import type { Example } from './read-example.ts';

/** What an integration that runs waits for, and how to try it. */
export interface Overview {
  readonly name: string;
  readonly url: string;
  readonly webhooks: readonly WebhookOverview[];
  readonly schedules: readonly ScheduleOverview[];
  /** Workflows that are started by hand. */
  readonly manual: readonly string[];
  /** Base URLs of the mock systems, by id. */
  readonly mocks: Readonly<Record<string, string>>;
}

export interface WebhookOverview {
  readonly workflow: string;
  readonly method: string;
  readonly url: string;
  readonly curl: string;
  /** How long the signature of the line holds, where it is bound to the time. */
  readonly goodForMs?: number;
  /** Whether there was an example to send. */
  readonly example: boolean;
}

export interface ScheduleOverview {
  readonly workflow: string;
  readonly cron: string;
  readonly timeZone: string;
  /** Epoch milliseconds; absent where it never fires again. */
  readonly next?: number;
}

interface Running {
  readonly url: string;
  readonly settings: Environment;
  readonly mocks: Readonly<Record<string, string>>;
  readonly now: number;
}

export function overview(
  { name, workflows }: IntegrationDefinition<unknown>,
  examples: ReadonlyMap<string, Example>,
  { url, settings, mocks, now }: Running,
): Overview {
  const triggers = Object.entries(workflows).map(([workflow, { trigger }]) => ({ workflow, trigger }));
  return {
    name,
    url,
    webhooks: triggers.flatMap(({ workflow, trigger }) => {
      if (trigger.kind !== 'webhook') return [];
      const example = examples.get(workflow);
      const delivery = exampleDelivery(trigger, url, example, settings, now);
      const limit = goodFor(trigger.auth);
      return {
        workflow,
        method: trigger.method,
        url: delivery.url,
        curl: curlLine(delivery),
        ...(limit !== undefined && { goodForMs: limit }),
        example: example !== undefined,
      };
    }),
    schedules: triggers.flatMap(({ workflow, trigger }) => {
      if (trigger.kind !== 'schedule') return [];
      const { cron, timeZone } = trigger;
      const next = new Cron(cron, { timezone: timeZone, paused: true, mode: '5-or-6-parts' })
        .nextRun(new Date(now))
        ?.getTime();
      return { workflow, cron, timeZone, ...(next !== undefined && { next }) };
    }),
    manual: triggers.flatMap(({ workflow, trigger }) => (trigger.kind === 'manual' ? workflow : [])),
    mocks,
  };
}

/** For how long a delivery that is signed now is taken. */
function goodFor(auth: WebhookAuth): number | undefined {
  if (auth.kind === 'standardWebhooks') return auth.toleranceMs;
  return auth.kind === 'hmac' ? auth.timestamp?.toleranceMs : undefined;
}
