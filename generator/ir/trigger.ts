import type { Reply, ScheduleTrigger, WebhookAuth } from '@flowright/runtime';
import type { Expression } from '../expression/expression.ts';
import type { Type } from '../shape/type.ts';

/** What starts a workflow. Expressions see the payload by its name, and `delivery` (headers, query, path). */
export type TriggerPlan =
  | {
      readonly kind: 'webhook';
      readonly method: 'POST' | 'PUT';
      readonly path: string;
      readonly auth: WebhookAuth;
      readonly events?: { readonly header: string; readonly in: readonly string[] };
      readonly dedupe?: {
        readonly id: { readonly header: string } | { readonly value: Expression };
        readonly keepMs: number;
      };
      readonly payload: Type;
      readonly as: string;
      readonly filter?: Expression;
      readonly ignored?: Reply;
      readonly key?: Expression;
      readonly answer: 'completed' | 'accepted';
      readonly waitMs: number;
    }
  | ScheduleTrigger
  | { readonly kind: 'manual'; readonly input?: Type; readonly output?: Type; readonly as: string };
