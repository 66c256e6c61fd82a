import type { ErrorObject } from 'ajv';
import type { Data } from '../../data/data.ts';
import { sortKeys } from '../../data/sort-keys.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { SpecPath } from '../../diagnostics/place.ts';
import type { IntegrationSpec } from '../../spec/types.ts';
import type { FindPlace } from '../text/find-place.ts';
import { explainError, type SchemaError } from './explain-error.ts';
import { explainUnion } from './explain-union.ts';
import { spokenLanguage, type Language } from './language.ts';
import { oneForEachMistake } from './one-for-each-mistake.ts';
import type { Validators } from './validators.ts';

export type Validated = { readonly spec: IntegrationSpec } | { readonly diagnostics: readonly Diagnostic[] };

/**
 * Checks data against the schema of the spec language: one diagnostic for each mistake, at its exact place. What is valid
 * goes on with sorted keys; mistakes are told in the order in which they are written.
 */
export async function validateSpec(data: Data, place: FindPlace): Promise<Validated> {
  const language = await spokenLanguage();
  validators ??= loadValidators(language);
  const loaded = await validators;
  const spec = sortKeys(data);
  if (loaded.isSpec(spec)) return { spec };
  return { diagnostics: explainPart(language, loaded, place, '#', data, []) };
}

let validators: Promise<Validators> | undefined;

/** The validator takes long to load and to compile: only where there is something to check. */
async function loadValidators(language: Language): Promise<Validators> {
  const { makeValidators } = await import('./validators.ts');
  return makeValidators(language);
}

function explainPart(
  language: Language,
  loaded: Validators,
  place: FindPlace,
  pointer: string,
  data: unknown,
  base: SpecPath,
): readonly Diagnostic[] {
  const errors = loaded
    .errors(pointer, data)
    .map((error): SchemaError => ({ error, path: [...base, ...segments(error.instancePath)] }));
  const unions = outermost(errors.filter(({ error }) => isUnion(error)));
  const outside = errors.filter((one) => !unions.some((union) => within(one.path, union.path)));
  return [
    ...oneForEachMistake(outside).map((one) => explainError(one, language, place)),
    ...unions.flatMap(({ error, path }) =>
      explainUnion({ union: error.parentSchema ?? {}, data: error.data, path }, language, place, (schema, value, at) =>
        explainPart(language, loaded, place, language.pointer(schema), value, at),
      ),
    ),
  ];
}

function isUnion({ keyword }: ErrorObject): boolean {
  return keyword === 'oneOf' || keyword === 'anyOf';
}

/** Unions that are not part of another one. The validator reports a union after what is within it. */
function outermost(unions: readonly SchemaError[]): readonly SchemaError[] {
  return unions.filter(
    (one, at) =>
      !unions.some(
        (other, otherAt) => within(one.path, other.path) && (other.path.length < one.path.length || otherAt > at),
      ),
  );
}

function within(path: SpecPath, other: SpecPath): boolean {
  return path.length >= other.length && other.every((part, at) => part === path[at]);
}

/** The parts of a JSON pointer. */
function segments(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}
