import { compile } from 'json-schema-to-typescript';
import { format } from 'oxfmt';
import { formatOptions } from '../format/options.ts';
import { typeSchema } from './type-schema.ts';

const banner = '// Made from spec/integration.schema.json by `npm run schema:types`. Do not edit.';

/** The text of types.ts for this schema of the spec language. */
export async function specTypes(schema: Readonly<Record<string, unknown>>): Promise<string> {
  const source = await compile(typeSchema(schema), 'IntegrationSpec', {
    format: false,
    bannerComment: banner,
    additionalProperties: false,
  });
  const { code, errors } = await format('types.ts', source, formatOptions);
  const [error] = errors;
  if (error !== undefined) throw new Error(`The types made from the schema are not well-formed: ${error.message}`);
  return code;
}
