import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { hostile, sample } from '../testing/sample.ts';
import { sarifReport } from './sarif.ts';

/** What SARIF 2.1.0 says of the parts that are written, section by section; nothing else may be there. */
const text = {
  type: 'object',
  required: ['text'],
  additionalProperties: false,
  properties: { text: { type: 'string', minLength: 1 } },
};
const position = { type: 'integer', minimum: 1 };
const validate = new Ajv({ allErrors: true, strict: false }).compile({
  type: 'object',
  required: ['$schema', 'version', 'runs'],
  additionalProperties: false,
  properties: {
    $schema: { type: 'string', pattern: 'sarif-schema-2\\.1\\.0\\.json$' },
    version: { const: '2.1.0' }, // §3.13.2
    runs: { type: 'array', items: { $ref: '#/$defs/run' } },
  },
  $defs: {
    run: {
      type: 'object',
      required: ['tool', 'results'],
      additionalProperties: false,
      properties: {
        tool: {
          type: 'object',
          required: ['driver'], // §3.18.2
          additionalProperties: false,
          properties: {
            driver: {
              type: 'object',
              required: ['name', 'version'], // §3.19.8
              additionalProperties: false,
              properties: {
                name: { type: 'string' },
                version: { type: 'string', minLength: 1 }, // §3.19.13
                rules: {
                  type: 'array',
                  uniqueItems: true, // §3.19.23
                  items: {
                    type: 'object',
                    required: ['id'], // §3.49.3
                    additionalProperties: false,
                    properties: { id: { type: 'string' }, shortDescription: text, fullDescription: text, help: text },
                  },
                },
              },
            },
          },
        },
        invocations: {
          type: 'array',
          items: {
            type: 'object',
            required: ['executionSuccessful'], // §3.20.14
            additionalProperties: false,
            properties: { executionSuccessful: { type: 'boolean' }, exitCode: { type: 'integer' } },
          },
        },
        results: {
          type: 'array',
          items: {
            type: 'object',
            required: ['message'], // §3.27.11
            additionalProperties: false,
            properties: {
              ruleId: { type: 'string' },
              ruleIndex: { type: 'integer', minimum: -1 },
              level: { enum: ['none', 'note', 'warning', 'error'] }, // §3.27.10
              message: text,
              partialFingerprints: { type: 'object', additionalProperties: { type: 'string' } },
              locations: {
                type: 'array',
                items: {
                  type: 'object',
                  additionalProperties: false,
                  properties: {
                    physicalLocation: {
                      type: 'object',
                      required: ['artifactLocation'], // §3.29.2
                      additionalProperties: false,
                      properties: {
                        artifactLocation: {
                          type: 'object',
                          additionalProperties: false,
                          properties: {
                            uri: { type: 'string', pattern: "^[A-Za-z0-9._~:/?#@!$&'()*+,;=%-]+$" },
                            uriBaseId: { type: 'string' },
                          },
                        },
                        region: {
                          type: 'object',
                          additionalProperties: false,
                          properties: {
                            startLine: position,
                            startColumn: position,
                            endLine: position,
                            endColumn: position,
                          },
                        },
                      },
                    },
                  },
                },
              },
            },
          },
        },
      },
    },
  },
});

test.each([
  ['a run with problems', sarifReport(sample())],
  ['hostile texts', sarifReport(hostile())],
  [
    'a place outside of the repository',
    sarifReport({
      ...sample(),
      run: {
        ...sample().run,
        diagnostics: sample().run.diagnostics.map((one) => ({
          ...one,
          place: { file: '/tmp/a b#1.yaml', line: 1, column: 1, endLine: 1, endColumn: 2 },
        })),
      },
    }),
  ],
])('what is written of %s is what the standard has', (_what, log) => {
  validate(JSON.parse(log));
  expect(validate.errors).toBeNull();
});

test('each result points at its rule', () => {
  const log: unknown = JSON.parse(sarifReport(sample()));
  expect(log).toMatchObject({
    runs: [
      {
        tool: { driver: { rules: [{ id: 'FR2006' }, { id: 'must-lost' }, { id: 'provider-error' }] } },
        results: [{ ruleIndex: 0 }, { ruleIndex: 2 }, { ruleIndex: 1 }],
      },
    ],
  });
});
