import { readFile } from 'node:fs/promises';

/** The JSON Schema of the spec language, relative to this file both in the source and in the built package. */
export const schemaFile = new URL('../../spec/integration.schema.json', import.meta.url);

/** Reads the JSON Schema of the spec language. */
export async function readSchema(): Promise<Readonly<Record<string, unknown>>> {
  const schema: unknown = JSON.parse(await readFile(schemaFile, 'utf8'));
  if (typeof schema !== 'object' || schema === null) throw new TypeError(`${schemaFile.href} is not a schema`);
  return { ...schema };
}
