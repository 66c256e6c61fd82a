import { isSchemaObject } from '../shape/json-schema.ts';

/** What a file is that should be an OpenAPI 3 document; undefined where it is one. */
export function documentProblem(data: unknown): 'swagger' | 'version' | 'none' | undefined {
  if (!isSchemaObject(data)) return 'none';
  const { openapi, swagger } = data;
  if (typeof openapi === 'string' && /^3\.[0-9]+(\.|$)/.test(openapi)) return undefined;
  if (swagger !== undefined) return 'swagger';
  return openapi === undefined ? 'none' : 'version';
}
