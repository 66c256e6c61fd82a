import type { Expression } from '../../expression/expression.ts';
import type { BuildField } from '../../ir/mapping.ts';
import { assignable } from '../../shape/assignable.ts';
import { fieldOf } from '../../shape/member.ts';
import { expand, present } from '../../shape/type-of-shape.ts';
import type { Type } from '../../shape/type.ts';
import type { MappingContext } from './mapping-context.ts';
import { settle } from './settle.ts';

/** A field that is copied; without `field` it does not fit, and that has been reported. */
export interface Projected {
  readonly field?: BuildField;
}

/** Copies a field that both models declare; undefined where the source has none of that name, or none that an optional field could take. */
export function projectField(
  name: string,
  source: Expression,
  target: Type,
  context: MappingContext,
): Projected | undefined {
  const { report, environment } = context.integration;
  const from = fieldOf(source.type, name, environment.shapes);
  const to = fieldOf(present(target), name, environment.shapes);
  const declared = expand(source.type.shape, environment.shapes);
  if (!('found' in from) || !('found' in to) || declared.kind !== 'object' || !declared.fields.has(name))
    return undefined;
  const at = ['mappings', context.id, 'project'];
  const value: Expression = { kind: 'field', of: source, field: name, type: from.found };
  const fits = assignable(from.found.shape, to.found.shape, environment.shapes) === undefined;
  // An optional field of another type is simply not what both models declare; a required one is reported by `settle`.
  if (!fits && to.found.optional) return undefined;
  const settled = settle(value, {}, to.found, name, at, context);
  return settled === undefined
    ? {}
    : { field: { name, build: { kind: 'value', value: settled.value }, set: settled.set, place: report.place(at) } };
}
