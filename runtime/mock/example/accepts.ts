import { isDeepStrictEqual } from 'node:util';
import { isRecord } from '../json-path.ts';
import { numberAt, schemasAt, type Schema } from './schema.ts';
import { fitsText } from './text-example.ts';

/** Whether a value fits a schema as far as the value itself goes: what it holds is not looked into. */
export function accepts(schema: Schema, value: unknown): boolean {
  if ('const' in schema && !isDeepStrictEqual(schema['const'], value)) return false;
  if ('enum' in schema && !schemasAt(schema, 'enum').some((one) => isDeepStrictEqual(one, value))) return false;
  if (!fitsType(schema, value)) return false;
  if (typeof value === 'string') return fitsText(schema, value);
  if (typeof value === 'number') return fitsBounds(schema, value);
  if (Array.isArray(value)) return fitsCount(schema, 'Items', value.length);
  if (!isRecord(value)) return true;
  return (
    fitsCount(schema, 'Properties', Object.keys(value).length) &&
    schemasAt(schema, 'required').every((name) => Object.hasOwn(value, String(name)))
  );
}

function fitsType(schema: Schema, value: unknown): boolean {
  const { type, nullable } = schema;
  if (type === undefined || (nullable === true && value === null)) return true;
  const types: readonly unknown[] = Array.isArray(type) ? type : [type];
  if (value === null) return types.includes('null');
  if (Array.isArray(value)) return types.includes('array');
  if (typeof value === 'number')
    return types.includes('number') || (types.includes('integer') && Number.isInteger(value));
  return types.includes(typeof value);
}

function fitsBounds(schema: Schema, value: number): boolean {
  const step = numberAt(schema, 'multipleOf');
  return (
    value >= (numberAt(schema, 'minimum') ?? Number.NEGATIVE_INFINITY) &&
    value <= (numberAt(schema, 'maximum') ?? Number.POSITIVE_INFINITY) &&
    value > (numberAt(schema, 'exclusiveMinimum') ?? Number.NEGATIVE_INFINITY) &&
    value < (numberAt(schema, 'exclusiveMaximum') ?? Number.POSITIVE_INFINITY) &&
    (step === undefined || Number.isInteger(Number((value / step).toPrecision(12))))
  );
}

function fitsCount(schema: Schema, of: 'Items' | 'Properties', count: number): boolean {
  return (
    count >= (numberAt(schema, `min${of}`) ?? 0) && count <= (numberAt(schema, `max${of}`) ?? Number.POSITIVE_INFINITY)
  );
}
