import { apply } from '../../expression/apply.ts';
import type { SpecPath } from '../../diagnostics/place.ts';
import type { Expression } from '../../expression/expression.ts';
import type { BuildField, BuildOthers } from '../../ir/mapping.ts';
import { assignable } from '../../shape/assignable.ts';
import { describeShape } from '../../shape/describe.ts';
import { fieldOf } from '../../shape/member.ts';
import type { ObjectShape } from '../../shape/shape.ts';
import { expand, present, typeOfShape } from '../../shape/type-of-shape.ts';
import type { Type } from '../../shape/type.ts';
import { claimName, itemName } from '../names.ts';
import { formOfCopy } from './form-of-copy.ts';
import type { MappingContext } from './mapping-context.ts';
import { placeValue } from './place-value.ts';
import { isSelected, selectionBelow, type Selection } from './selection.ts';

/** What an object of the target is copied from where no row fills it. */
export interface Projection {
  readonly source: Expression;
  readonly selection: Selection;
  /** The object's path in the target, for messages. */
  readonly path: string;
  /** What of the spec asks for the copy. */
  readonly at: SpecPath;
}

/** A field that is copied; without `field` it does not fit, and that has been reported. */
export interface Projected {
  readonly field?: BuildField;
}

/** Copies a field that both models declare; undefined where the source has none of that name. */
export function projectField(
  name: string,
  { source, selection, path, at }: Projection,
  target: Type,
  context: MappingContext,
): Projected | undefined {
  const { report, environment } = context.integration;
  const from = fieldOf(source.type, name, environment.shapes);
  const to = fieldOf(present(target), name, environment.shapes);
  const declared = expand(source.type.shape, environment.shapes);
  if (!('found' in from) || !('found' in to) || declared.kind !== 'object' || !declared.fields.has(name))
    return undefined;
  if (!isSelected(selection, name)) return undefined;
  const value: Expression = { kind: 'field', of: source, field: name, type: from.found };
  const inner = selectionBelow(selection, name);
  const place = { name, path: path === '' ? name : `${path}.${name}`, at };
  // Without null among what it takes, a field that may be absent is left out instead.
  const wanted = inner.dropNull && to.found.optional ? { ...to.found, nullable: false } : to.found;
  const placed = placeValue(withoutEmpty(value, inner, wanted, context), {}, wanted, place, inner, context);
  return placed === undefined ? {} : { field: { name, ...placed, place: report.place(at) } };
}

/** With `empty: omit`, an empty text or list counts as missing where the target can do without it. */
function withoutEmpty(value: Expression, { dropEmpty }: Selection, target: Type, context: MappingContext): Expression {
  const { environment } = context.integration;
  if (!dropEmpty || !target.optional) return value;
  const { kind } = expand(value.type.shape, environment.shapes);
  if (kind !== 'string' && kind !== 'array') return value;
  return apply({ op: 'nonEmpty' }, value, environment, { from: 0, to: 0 }).ok ?? value;
}

/** The projection of an object within, which rows fill the rest of. */
export function projectionBelow(
  { source, selection, path, at }: Projection,
  field: string,
  context: MappingContext,
): Projection | undefined {
  const { shapes } = context.integration.environment;
  const inner = fieldOf(source.type, field, shapes);
  if (!('found' in inner) || expand(inner.found.shape, shapes).kind !== 'object' || !isSelected(selection, field))
    return undefined;
  return {
    source: { kind: 'field', of: source, field, type: inner.found },
    selection: selectionBelow(selection, field),
    path: path === '' ? field : `${path}.${field}`,
    at,
  };
}

/** The members that the target takes without naming them. */
export interface OtherMembers {
  readonly fields: readonly BuildField[];
  readonly others?: BuildOthers;
  /** They do not fit, and that has been reported. */
  readonly failed?: boolean;
}

export function projectOthers(
  filled: ReadonlySet<string>,
  projection: Projection,
  target: Type,
  context: MappingContext,
): OtherMembers {
  const { environment } = context.integration;
  const { source, selection } = projection;
  const to = expand(target.shape, environment.shapes);
  const from = expand(source.type.shape, environment.shapes);
  if (to.kind !== 'object' || to.rest === undefined || from.kind !== 'object') return { fields: [] };
  const free = [...from.fields.keys()].filter((name) => !to.fields.has(name) && !filled.has(name));
  const wantsOthers = from.rest !== undefined && (selection.only === undefined || selection.only.below.has('*'));
  // What may be anything is taken along with the members that the source does not name, either.
  const along = wantsOthers && to.rest.kind === 'any' && !selection.dropEmpty;
  const named = free.filter((name) => !along || !isSelected(selection, name) || selectionBelow(selection, name).except);
  const fields: BuildField[] = [];
  for (const name of named) {
    const projected = projectField(name, projection, target, context);
    if (projected !== undefined && projected.field === undefined) return { fields, failed: true };
    if (projected?.field !== undefined) fields.push(projected.field);
  }
  if (!wantsOthers) return { fields };
  const except = [...new Set([...to.fields.keys(), ...filled, ...named, ...(selection.except?.below.keys() ?? [])])];
  const others = otherMembers(from, to, except, projection, context);
  return others === undefined ? { fields, failed: true } : { fields, others };
}

function otherMembers(
  from: ObjectShape,
  to: ObjectShape,
  except: readonly string[],
  { source, selection, path, at }: Projection,
  context: MappingContext,
): BuildOthers | undefined {
  const { report, environment } = context.integration;
  const { shapes } = environment;
  if (from.rest === undefined || to.rest === undefined) return undefined;
  const below = { ...selection, only: undefined, except: undefined };
  const wanted = typeOfShape(to.rest, shapes);
  // TypeScript has one type for all that is read by a name of the data: the declared fields have to be of that type, too.
  const shared = [...from.fields.values()].every(
    (field) => assignable(field.shape, to.rest ?? field.shape, shapes) === undefined,
  );
  if (
    shared &&
    formOfCopy(from.rest, to.rest, below, shapes) === 'value' &&
    assignable(from.rest, to.rest, shapes) === undefined
  )
    return { of: source, except };
  const found = typeOfShape(from.rest, shapes);
  if (from.fields.size > 0) {
    report.add(
      'FR2004',
      {
        expected: `members of '${path === '' ? '.' : path}' that all are ${describeShape(to.rest)}`,
        found: `fields of other types beside them`,
        fix: 'declare them as a field with a map of its own: { fields: { "*": … } }',
      },
      at,
    );
    return undefined;
  }
  const item = claimName(itemName('values'), context.taken);
  const value: Expression = { kind: 'name', name: item, type: found };
  const place = { name: item, path: path === '' ? '*' : `${path}.*`, at };
  const placed = placeValue(value, {}, { ...wanted, optional: true }, place, below, context);
  if (placed === undefined) return undefined;
  return { of: source, except, each: { item, ...placed } };
}
