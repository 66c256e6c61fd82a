import type { Failed } from '../provider.ts';
import { ANTHROPIC_URL, type ClientOptions } from './client.ts';

/** The answer where a key is needed and none is there. A server at another address may do without one. */
export function missingKey({ apiKey, baseUrl }: ClientOptions): Failed | undefined {
  if ((apiKey !== undefined && apiKey !== '') || (baseUrl ?? ANTHROPIC_URL) !== ANTHROPIC_URL) return undefined;
  return {
    kind: 'failed',
    code: 'FR7301',
    message: `there is no key for ${ANTHROPIC_URL}`,
    usage: {},
    fatal: true,
  };
}
