import { Ajv } from 'ajv';
import type { Exchange, Expected, RecordedCase } from './recorded-case.ts';

interface Recording {
  readonly kind: 'action' | 'sync';
  readonly config: {
    readonly input?: unknown;
    readonly metadata?: Readonly<Record<string, unknown>> | null;
    readonly connection?: Readonly<Record<string, string>> | null;
  };
  readonly exchanges: readonly Exchange[];
  readonly expected: Expected;
}

const texts = { type: 'object', additionalProperties: { type: 'string' } };
const lists = { type: 'object', additionalProperties: { type: 'array' } };

const validate = new Ajv({ allErrors: true, strict: false }).compile<Recording>({
  type: 'object',
  required: ['kind', 'config', 'exchanges', 'expected'],
  properties: {
    kind: { enum: ['action', 'sync'] },
    config: {
      type: 'object',
      properties: { metadata: { type: ['object', 'null'] }, connection: { anyOf: [texts, { type: 'null' }] } },
    },
    exchanges: {
      type: 'array',
      items: {
        type: 'object',
        required: ['method', 'path', 'query', 'requestHeaders', 'status', 'responseHeaders'],
        properties: {
          method: { type: 'string' },
          path: { type: 'string' },
          query: { type: 'object' },
          requestHeaders: texts,
          requestBodyContains: { type: 'array', items: { type: 'string' } },
          status: { type: 'integer' },
          responseHeaders: texts,
          bodyEncoding: { enum: ['json', 'text', 'base64'] },
        },
      },
    },
    expected: { type: 'object', properties: { saved: lists, deleted: lists } },
  },
});

/** A case from the text of its recording, or why it is none. */
export function parseRecording(id: string, text: string): RecordedCase | string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return 'is no JSON';
  }
  if (!validate(value)) {
    const [{ instancePath, message } = { instancePath: '', message: 'is no recording' }] = validate.errors ?? [];
    return `${instancePath === '' ? 'the recording' : instancePath} ${message ?? ''}`;
  }
  const { input, metadata, connection } = value.config;
  return {
    id,
    kind: value.kind,
    ...(input !== undefined && input !== null && { input }),
    ...(metadata !== undefined && metadata !== null && { metadata }),
    connection: connection ?? {},
    exchanges: value.exchanges,
    expected: value.expected,
  };
}
