import type { SpecPath } from '../../diagnostics/place.ts';
import { fieldNames, type FieldName } from '../../shape/field-names.ts';
import type { Parameter, Shape } from '../../spec/types.ts';

/** What a spec says of a parameter. */
export type DeclaredParameter = Extract<Parameter, { readonly type?: Shape }>;

/** A query parameter or header as the spec has it: a constant, or a declared one. */
export type ParameterField =
  | { readonly name: string; readonly const: string | number | boolean; readonly at: SpecPath }
  | { readonly name: string; readonly declared: DeclaredParameter; readonly at: SpecPath; readonly typeAt: SpecPath };

/** Parameters by their names: `'from?, to?': date` declares two that are sent only when given. */
export function declaredParameters(
  parameters: Readonly<Record<string, Parameter>>,
  at: SpecPath,
): readonly ParameterField[] {
  return Object.entries(parameters).flatMap(([key, parameter]) =>
    namesIn(key).map(({ name, optional }): ParameterField => {
      const where = [...at, key];
      if (Array.isArray(parameter))
        return { name, declared: { type: parameter, ...(optional && { optional }) }, at: where, typeAt: where };
      if (typeof parameter === 'object') {
        const declared = { ...parameter, ...(optional && { optional }) };
        return { name, declared, at: where, typeAt: [...where, 'type'] };
      }
      return optional
        ? { name, declared: { type: String(parameter), optional }, at: where, typeAt: where }
        : { name, const: parameter, at: where };
    }),
  );
}

/** A name without `?` is the whole key: an API may have commas in one. */
function namesIn(key: string): readonly Pick<FieldName, 'name' | 'optional'>[] {
  return key.endsWith('?') ? fieldNames(key) : [{ name: key, optional: false }];
}
