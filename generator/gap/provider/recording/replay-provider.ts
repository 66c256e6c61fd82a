import type { ModelRequest, Provider } from '../provider.ts';
import { explainMiss } from './explain-miss.ts';
import { findRecorded } from './find-recorded.ts';

/** Where recordings lie, from the working directory. */
export const RECORDINGS = 'evals/recordings';

export interface ReplayOptions {
  readonly folder: string;
  /** The command that records a reply to a request, for the words of a miss. */
  readonly command?: ((request: ModelRequest) => string) | undefined;
}

/** Answers with recorded replies, and with nothing else: no key, no network. A request without one fails. */
export function replayProvider({ folder, command = recordCommand }: ReplayOptions): Provider {
  return {
    name: 'replay',
    async ask(request) {
      const found = await findRecorded(folder, request);
      if (found !== undefined) return found;
      const message = await explainMiss(folder, request);
      const fix = `record it: ${command(request)}`;
      return { kind: 'failed', code: 'FR7310', message, fix, usage: {}, fatal: false };
    },
  };
}

function recordCommand({ integration, gap }: ModelRequest): string {
  return `flowright gaps record ${integration} ${gap} --reply FILE`;
}
