import type { ErrorObject } from 'ajv';
import { isRecord } from '../../data/is-record.ts';
import { diagnostic, type Diagnostic } from '../../diagnostics/diagnostic.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import type { SpecPath } from '../../diagnostics/place.ts';
import type { FindPlace } from '../text/find-place.ts';
import { bounds } from './bounds.ts';
import type { Language, Schema } from './language.ts';
import { howToWrite, isPlain } from './how-to-write.ts';
import { typesOf } from './types-of.ts';
import { describe, describeTypes, description, ownerName, quoted } from './words.ts';

/** One error of the validator, about the value at `path`. */
export interface SchemaError {
  readonly error: ErrorObject;
  readonly path: SpecPath;
}

/** Says in our words what is wrong. */
export function explainError({ error, path }: SchemaError, language: Language, place: FindPlace): Diagnostic {
  const schema: Schema = error.parentSchema ?? {};
  const owner = ownerName(language, schema, path);
  const params: Readonly<Record<string, unknown>> = error.params;
  const name = error.propertyName;
  const here = place(path);

  if (error.keyword === 'additionalProperties')
    return unknownKey(String(params.additionalProperty), keysOf(schema), owner, error.data, path, place);
  if (name !== undefined && Array.isArray(schema.enum))
    return unknownKey(name, schema.enum.map(String), owner, error.data, path, place);
  if (name !== undefined) {
    const wanted = description(language, schema) ?? 'another name';
    return diagnostic('FR1105', { found: name, wanted }, place([...path, name], { on: 'key' }));
  }

  switch (error.keyword) {
    case 'required': {
      const key = String(params.missingProperty);
      const about = isRecord(schema.properties) ? description(language, schema.properties[key]) : undefined;
      return diagnostic('FR1102', { key, owner, description: about }, place(path, { on: 'key' }));
    }
    case 'type':
      return wrongType(schema, error.data, language, here);
    case 'enum':
    case 'const':
      return notAllowed(schema, error.data, path, here);
    case 'pattern':
    case 'format':
      return path.at(-1) === 'secret'
        ? diagnostic('FR1112', {}, here)
        : diagnostic('FR1105', { found: String(error.data), wanted: formOf(schema, language) }, here);
    case 'uniqueItems': {
      const at = Math.max(Number(params.i), Number(params.j));
      const item: unknown = Array.isArray(error.data) ? error.data[at] : undefined;
      return diagnostic('FR1109', { value: describe(item) }, place([...path, at]));
    }
    default: {
      const wanted = bounds(error.keyword, params.limit);
      const found = typeof error.data === 'number' ? String(error.data) : describe(error.data);
      return wanted === undefined
        ? diagnostic('FR9001', { stage: 'load', reason: `no words for '${error.keyword}' of the schema` }, here)
        : diagnostic('FR1106', { wanted, found: sized(error.data) ?? found }, here);
    }
  }
}

function unknownKey(
  key: string,
  allowed: readonly string[],
  owner: string,
  data: unknown,
  path: SpecPath,
  place: FindPlace,
): Diagnostic {
  const free = allowed.filter((name) => !isRecord(data) || !(name in data));
  return diagnostic(
    'FR1101',
    { key, owner, allowed: free, suggestion: nearest(key, free) },
    place([...path, key], { on: 'key' }),
  );
}

export function keysOf(schema: Schema): readonly string[] {
  return isRecord(schema.properties) ? Object.keys(schema.properties) : [];
}

export function wrongType(schema: Schema, found: unknown, language: Language, here: ReturnType<FindPlace>): Diagnostic {
  const types = typesOf(language, schema);
  const { pattern } = language.resolve(schema);
  // In quotes, it would still be wrong.
  if (
    isPlain(found) &&
    types.has('string') &&
    typeof pattern === 'string' &&
    !new RegExp(pattern, 'u').test(String(found))
  )
    return diagnostic('FR1105', { found: String(found), wanted: formOf(schema, language) }, here);
  return diagnostic(
    'FR1103',
    { expected: describeTypes(types), found: describe(found), fix: howToWrite(types, found) },
    here,
  );
}

function formOf(schema: Schema, language: Language): string {
  if (schema.format === 'date-time') return 'a date with time: 2026-01-31T08:00:00Z';
  return description(language, schema) ?? `text like ${String(schema.pattern)}`;
}

function notAllowed(schema: Schema, found: unknown, path: SpecPath, here: ReturnType<FindPlace>): Diagnostic {
  const shown = typeof found === 'string' ? quoted(found) : describe(found);
  const isVersion =
    path.length === 1 && path[0] === 'flowright' && (typeof found === 'number' || typeof found === 'string');
  if (isVersion && found !== String(schema.const)) return diagnostic('FR1111', { found: String(found) }, here);
  if (isVersion)
    return diagnostic('FR1103', { expected: 'the number 1', found: shown, fix: 'remove the quotes' }, here);
  const allowed = (Array.isArray(schema.enum) ? schema.enum : [schema.const]).map(String);
  return diagnostic('FR1104', { found: shown, allowed, suggestion: nearest(String(found), allowed) }, here);
}

function sized(data: unknown): string | undefined {
  if (Array.isArray(data)) return data.length === 0 ? 'an empty list' : `a list of ${data.length}`;
  if (isRecord(data)) return 'an empty object';
  if (typeof data === 'string') return data === '' ? 'empty text' : `${data.length} characters`;
  return undefined;
}
