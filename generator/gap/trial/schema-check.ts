import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { JsonSchema } from '../../shape/json-schema.ts';

/** Undefined where a value fits a schema, else where it does not and why: `$.total must be number`. */
export type SchemaCheck = (value: unknown) => string | undefined;

const compiled = new WeakMap<object, ValidateFunction>();
/** Gaps of one shape are many, and compiling takes longer than all that is checked with it. */
const byText = new Map<string, ValidateFunction>();
const MOST_TEXTS = 200;
let ajv: Ajv2020 | undefined;

/** Checks what comes out of a body and what is made up for it. Formats count. A schema is compiled once. */
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
  const known = typeof schema === 'object' ? compiled.get(schema) : undefined;
  if (known !== undefined) return known;
  ajv ??= newAjv();
  const text = JSON.stringify(schema);
  const validate = byText.get(text) ?? ajv.compile(schema);
  if (byText.size >= MOST_TEXTS) byText.clear();
  byText.set(text, validate);
  if (typeof schema === 'object') {
    // It would keep every schema that it has ever seen.
    ajv.removeSchema(schema);
    compiled.set(schema, validate);
  }
  return validate;
}

function newAjv(): Ajv2020 {
  const made = new Ajv2020({
    strict: false,
    ownProperties: true,
    logger: false,
    meta: false,
    validateSchema: false,
    // Schemas know nothing of each other, whatever names they give themselves.
    addUsedSchema: false,
    code: { optimize: false },
  });
  formats.default(made);
  return made;
}
