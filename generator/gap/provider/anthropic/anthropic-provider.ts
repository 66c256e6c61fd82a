import type Anthropic from '@anthropic-ai/sdk';
import type { Usage } from '../../lock/gap-lock.ts';
import { addUsage } from '../add-usage.ts';
import type { ModelAnswer, ModelRequest, Provider } from '../provider.ts';
import { requestBody } from '../request/request-body.ts';
import { attempt } from './attempt.ts';
import { openClient, type ClientOptions } from './client.ts';
import { missingKey } from './missing-key.ts';
import { pause, waitBefore, type RetryOptions } from './retry.ts';

export type AnthropicOptions = ClientOptions & RetryOptions;

/**
 * Asks over the Messages API. Tokens of every attempt count, those of the failed ones too: an answer's usage is what the
 * whole question has cost.
 */
export function anthropicProvider(options: AnthropicOptions): Provider {
  let client: Promise<Anthropic> | undefined;
  return {
    name: 'anthropic',
    async ask(request, signal) {
      const missing = missingKey(options);
      if (missing !== undefined) return missing;
      client ??= openClient(options);
      return await askUntil(await client, request, options, signal);
    },
  };
}

async function askUntil(
  client: Anthropic,
  request: ModelRequest,
  options: RetryOptions,
  signal?: AbortSignal,
): Promise<ModelAnswer> {
  const body = requestBody(request);
  let spent: Usage = {};
  for (let tried = 1; ; tried += 1) {
    const begun = Date.now();
    const made = await attempt(client, body, signal);
    if (made.ok) {
      const { text, stop, model, usage } = made.message;
      return {
        kind: 'answered',
        text,
        stop,
        model: model ?? request.model,
        via: 'anthropic',
        usage: addUsage(spent, usage),
        latency: Date.now() - begun,
      };
    }
    spent = addUsage(spent, made.usage);
    const { failure } = made;
    const wait = signal?.aborted === true ? undefined : waitBefore(failure, tried, spent, options);
    if (wait === undefined) {
      const message = tried === 1 ? failure.message : `${failure.message}, after ${tried} tries`;
      return { kind: 'failed', code: failure.code, message, usage: spent, fatal: failure.fatal };
    }
    options.onRetry?.(failure, wait);
    await (options.wait ?? pause)(wait, signal);
  }
}
