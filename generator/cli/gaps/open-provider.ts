import path from 'node:path';
import { anthropicProvider } from '../../gap/provider/anthropic/anthropic-provider.ts';
import type { Provider } from '../../gap/provider/provider.ts';
import { namedFolder } from '../../gap/provider/recording/named-folder.ts';
import { recordProvider } from '../../gap/provider/recording/record-provider.ts';
import { replayProvider } from '../../gap/provider/recording/replay-provider.ts';
import type { CliIo } from '../io.ts';
import type { FillOptions } from './fill-options.ts';
import type { FillRun } from './fill-parts-of.ts';

/** Who answers: the Messages API, or what is recorded. With `--record`, what the API answers is recorded. */
export function openProvider(
  options: FillOptions,
  { budget, tell }: Pick<FillRun, 'budget' | 'tell'>,
  { env, cwd }: CliIo,
): Provider {
  const folder = path.resolve(cwd, options.recordings);
  if (options.provider === 'replay') return namedFolder(replayProvider({ folder }), folder, options.recordings);
  const provider = anthropicProvider({
    apiKey: env['ANTHROPIC_API_KEY'],
    baseUrl: options.baseUrl,
    onRetry: ({ message }, milliseconds) => tell({ type: 'waiting', reason: message, milliseconds }),
    // What a failed attempt has cost already came out of what was set aside for one.
    mayAskAgain: ({ input = 0, output = 0 }, { code }) =>
      budget.limit === undefined || (input + output === 0 && code !== 'FR7305'),
  });
  if (options.record !== true) return provider;
  return namedFolder(recordProvider({ folder, live: provider, today }), folder, options.recordings);
}

/** `2026-01-31`, the same day everywhere. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}
