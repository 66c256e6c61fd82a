const TEXT = { type: 'string', minLength: 1 };
const COUNT = { type: 'integer', minimum: 0 };

/** JSON Schema of `Baseline`: a file in git may have been edited by hand. */
export const BASELINE_SCHEMA = {
  type: 'object',
  required: ['version', 'prompt', 'promptHash', 'promptFiles', 'model', 'repeats', 'cases', 'history'],
  additionalProperties: false,
  properties: {
    version: { const: 1 },
    prompt: TEXT,
    promptHash: TEXT,
    promptFiles: {
      type: 'array',
      items: { type: 'object', required: ['file', 'text'], properties: { file: TEXT, text: { type: 'string' } } },
    },
    model: TEXT,
    grader: TEXT,
    repeats: { type: 'integer', minimum: 1 },
    cases: {
      type: 'array',
      items: {
        type: 'object',
        required: ['id', 'kind', 'must', 'passed', 'repeats', 'metrics'],
        additionalProperties: false,
        properties: {
          id: TEXT,
          kind: { enum: ['gap', 'criterion', 'rubric'] },
          must: { type: 'boolean' },
          passed: COUNT,
          repeats: COUNT,
          metrics: { type: 'object', additionalProperties: COUNT },
          body: { type: 'string' },
        },
      },
    },
    history: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['reason', 'promptHash', 'cases', 'passAt1'],
        additionalProperties: false,
        properties: {
          reason: TEXT,
          date: { type: 'string', pattern: String.raw`^\d{4}-\d{2}-\d{2}$` },
          promptHash: TEXT,
          cases: COUNT,
          passAt1: { type: 'number', minimum: 0, maximum: 1 },
        },
      },
    },
  },
} as const;
