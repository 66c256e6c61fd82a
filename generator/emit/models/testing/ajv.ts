import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { inside, renderPlace, root, type Place } from '../../../../runtime/validate/index.ts';
import { isSchemaObject, type JsonSchema } from '../../../shape/json-schema.ts';

export interface Judge {
  /** Undefined where ajv's own code breaks down, which it does on some ways to nest keywords. */
  readonly accepts: (value: unknown) => boolean | undefined;
  /** Where the first error is that ajv meets, and whether it was found while alternatives were tried. */
  readonly first: (value: unknown) => { readonly path: string; readonly tried: boolean };
  /** The places of all errors. */
  readonly all: (value: unknown) => ReadonlySet<string>;
}

/** What ajv says of values by a normalised schema, in the words of our issues. */
export function judge(schema: JsonSchema, models: Readonly<Record<string, JsonSchema>> = {}): Judge {
  const [first, all] = [false, true].map((allErrors) => {
    const ajv = new Ajv2020({ strict: false, allErrors, ownProperties: true, logger: false });
    formats.default(ajv);
    for (const [name, model] of Object.entries(models))
      ajv.addSchema(withSafeIntegers(model), `flowright:model/${name}`);
    return ajv.compile(withSafeIntegers(schema));
  });
  const errors = (validate: typeof first, value: unknown): readonly ErrorObject[] =>
    validate?.(value) === true ? [] : (validate?.errors ?? []);
  return {
    accepts: (value) => {
      try {
        return all?.(value) === true && first?.(value) === true;
      } catch (error) {
        if (error instanceof TypeError) return undefined;
        throw error;
      }
    },
    first: (value) => {
      const found = errors(first, value);
      return {
        path: found[0] === undefined ? '' : pathOf(found[0]),
        tried: found.some(({ keyword }) => keyword === 'anyOf' || keyword === 'oneOf'),
      };
    },
    all: (value) => new Set(errors(all, value).map(pathOf)),
  };
}

const SAFE = { minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER };

/**
 * The one deliberate difference: to ajv, every number without a fraction is an integer; to us none is beyond ±(2^53 − 1),
 * since it was rounded when it was read. ajv is told so by a minimum and a maximum.
 */
function withSafeIntegers(schema: JsonSchema): JsonSchema {
  const bounded: JsonSchema = JSON.parse(JSON.stringify(schema), (_, node: unknown) => {
    if (!isSchemaObject(node)) return node;
    const { type, allOf } = node;
    const integer = type === 'integer' || (Array.isArray(type) && type.includes('integer') && !type.includes('number'));
    return integer ? { ...node, allOf: [...(Array.isArray(allOf) ? allOf : []), SAFE] } : node;
  });
  return bounded;
}

function pathOf({ instancePath, params, propertyName }: ErrorObject): string {
  let at: Place = root;
  for (const segment of instancePath.split('/').slice(1)) {
    const key = segment.replaceAll('~1', '/').replaceAll('~0', '~');
    at = inside(at, /^\d+$/.test(key) ? Number(key) : key);
  }
  const own: unknown =
    params['missingProperty'] ?? params['additionalProperty'] ?? propertyName ?? params['propertyName'];
  return renderPlace(typeof own === 'string' ? inside(at, own) : at);
}
