import type { ErrorObject } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { IntegrationSpec } from '../../spec/types.ts';
import type { Language } from './language.ts';

/** Checks data against the whole language, or a part of it. */
export interface Validators {
  isSpec(data: unknown): data is IntegrationSpec;
  /** Every way in which the data does not fit the part of the schema at this pointer. */
  errors(pointer: string, data: unknown): readonly ErrorObject[];
}

/** Compiles each part when it is first asked for. */
export function makeValidators({ root }: Language): Validators {
  const ajv = new Ajv2020({ allErrors: true, verbose: true, strictTypes: false, formats, ...quick });
  const validate = ajv.compile<IntegrationSpec>(root);
  const id = typeof root.$id === 'string' ? root.$id : '';
  return {
    isSpec: (data): data is IntegrationSpec => validate(data),
    errors: (pointer, data) => {
      const part = pointer === '#' ? validate : ajv.getSchema(`${id}${pointer}`);
      if (part === undefined) throw new Error(`The schema has no part ${pointer}`);
      const valid: unknown = part(data);
      return valid === true ? [] : (part.errors ?? []);
    },
  };
}

/** The formats that the language uses; dates with time as RFC 3339 has them. */
export const formats = {
  'date-time': (text: string) =>
    /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[+-]\d\d:\d\d)$/.test(text) && !Number.isNaN(Date.parse(text)),
};

/** A third of the time to compile. That the schema itself is valid is tested, not asked at each start. */
const quick = { meta: false, validateSchema: false, code: { optimize: false } } as const;
