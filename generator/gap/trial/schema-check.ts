import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { JsonSchema } from '../../shape/json-schema.ts';

/** Undefined where a value fits a schema, else where it does not and why: `$.total must be number`. */
export type SchemaCheck = (value: unknown) => string | undefined;

/** Checks what comes out of a body and what is made up for it. Formats count. */
export function schemaCheck(schema: JsonSchema): SchemaCheck {
  let validate: ValidateFunction | undefined;
  return (value) => {
    validate ??= compile(schema);
    if (validate(value)) return undefined;
    const error = validate.errors?.[0];
    return error === undefined
      ? 'does not fit'
      : `$${error.instancePath.replaceAll('/', '.')} ${error.message ?? error.keyword}`;
  };
}

function compile(schema: JsonSchema): ValidateFunction {
  const ajv = new Ajv2020({
    strict: false,
    ownProperties: true,
    logger: false,
    meta: false,
    validateSchema: false,
    code: { optimize: false },
  });
  formats.default(ajv);
  return ajv.compile(schema);
}
