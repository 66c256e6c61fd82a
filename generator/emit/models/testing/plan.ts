import type { ModelPlan } from '../../../ir/model.ts';
import type { JsonSchema } from '../../../shape/json-schema.ts';

const place = { file: 'test.integration.yaml', line: 1, column: 1, endLine: 1, endColumn: 1 };

/** A model as the planner would hand it on, with both parsers. */
export function modelPlan(name: string, schema: JsonSchema, doc?: string): ModelPlan {
  return {
    id: name,
    symbol: { name, file: `src/models/${name.toLowerCase()}.ts` },
    place,
    schema,
    parsers: { payload: `parse${name}Payload`, response: `parse${name}Response` },
    ...(doc !== undefined && { doc }),
  };
}
