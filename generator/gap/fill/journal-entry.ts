import { Ajv } from 'ajv';
import type { Answered } from '../provider/provider.ts';

/** What the journal knows of one request. */
export interface JournalEntry {
  readonly version: 1;
  readonly key: string;
  /** It was sent, and nothing came back yet. */
  readonly inFlight: boolean;
  /** Sendings that failed, and the tokens that they took all the same. */
  readonly failed: { readonly asks: number; readonly input?: number; readonly output?: number };
  readonly answer?: Answered;
}

const COUNT = { type: 'integer', minimum: 0 };
const USAGE = { input: COUNT, output: COUNT };

const valid = new Ajv().compile<JournalEntry>({
  type: 'object',
  required: ['version', 'key', 'inFlight', 'failed'],
  properties: {
    version: { const: 1 },
    key: { type: 'string' },
    inFlight: { type: 'boolean' },
    failed: { type: 'object', required: ['asks'], properties: { asks: COUNT, ...USAGE } },
    answer: {
      type: 'object',
      required: ['kind', 'text', 'stop', 'model', 'via', 'usage'],
      properties: {
        kind: { const: 'answered' },
        text: { type: 'string' },
        stop: { enum: ['end', 'truncated', 'refused'] },
        model: { type: 'string' },
        via: { type: 'string' },
        usage: { type: 'object', properties: USAGE },
        latency: { type: 'number' },
      },
    },
  },
});

/** The entry in this text; undefined where it is none, or another request's. */
export function readEntry(text: string, key: string): JournalEntry | undefined {
  try {
    const entry: unknown = JSON.parse(text);
    return valid(entry) && entry.key === key ? entry : undefined;
  } catch {
    return undefined;
  }
}
