import type { SpecPath } from '../../diagnostics/place.ts';
import { apply } from '../../expression/apply.ts';
import type { Environment } from '../../expression/environment.ts';
import type { Expression } from '../../expression/expression.ts';
import { variable } from '../../expression/scope.ts';
import type { Build, BuildField, BuildFrom, BuildList } from '../../ir/mapping.ts';
import { itemOf } from '../../shape/member.ts';
import { isMaybe, present, typeOfShape } from '../../shape/type-of-shape.ts';
import type { Type } from '../../shape/type.ts';
import { expand } from '../../shape/type-of-shape.ts';
import type { Row } from '../../spec/types.ts';
import { claimName, itemName, pascalCase } from '../names.ts';
import { buildObject } from './build-object.ts';
import { formOfCopy } from './form-of-copy.ts';
import { helperFor } from './helpers.ts';
import type { MappingContext } from './mapping-context.ts';
import type { Selection } from './selection.ts';
import { settle } from './settle.ts';

/** Where a value is put: its name, its path in the target, and what of the spec says so. */
export interface Placement {
  readonly name: string;
  readonly path: string;
  readonly at: SpecPath;
}

/**
 * Puts a value into the target: as it is where that holds nothing that the target does not declare, else built anew.
 * Undefined where it does not fit (reported).
 */
export function placeValue(
  value: Expression,
  row: Pick<Row, 'absent'>,
  target: Type,
  place: Placement,
  selection: Selection,
  context: MappingContext,
): Pick<BuildField, 'build' | 'set'> | undefined {
  const { environment } = context.integration;
  const form = formOfCopy(value.type.shape, target.shape, selection, environment.shapes);
  if (form === 'value') {
    const settled = settle(value, row, target, place.path, place.at, context);
    return settled && { build: { kind: 'value', value: settled.value }, set: settled.set };
  }
  const set = presenceOf(value, row.absent, target, form);
  if (set === undefined) {
    settle(value, row, target, place.path, place.at, context);
    return undefined;
  }
  const certain: Expression = isMaybe(value.type) ? { ...value, type: present(value.type) } : value;
  const build =
    form === 'object'
      ? copyObject(certain, target, place, selection, context)
      : copyList(certain, target, place, selection, context);
  if (build === undefined) return undefined;
  if (!isMaybe(value.type)) return { build, set: 'always' };
  // A list that is missing is empty, unless the field says otherwise.
  const plainList = build.kind === 'list' && (set === 'ifPresent' || row.absent === 'empty');
  return plainList
    ? { build: { ...build, of: withType(build.of, value.type) }, set: row.absent === 'empty' ? 'always' : set }
    : { build: { kind: 'from', type: target, of: value, build }, set };
}

function withType(of: Expression, { optional, nullable }: Type): Expression {
  return { ...of, type: { ...of.type, optional, nullable } };
}

/** When something that is built from a value is there; undefined where the target cannot do without. */
function presenceOf(
  { type }: Expression,
  absent: Row['absent'],
  target: Type,
  form: 'object' | 'list',
): BuildField['set'] | undefined {
  if (!isMaybe(type)) return 'always';
  if (absent === 'null') return target.nullable ? 'always' : undefined;
  if (absent === 'empty') return form === 'list' ? 'always' : undefined;
  if (absent === 'omit') return target.optional ? 'ifPresent' : undefined;
  if (!type.optional && target.nullable) return 'always';
  if (!target.optional) return undefined;
  return type.optional && target.nullable && type.nullable ? 'ifDefined' : 'ifPresent';
}

function copyObject(
  of: Expression,
  target: Type,
  { name, path, at }: Placement,
  selection: Selection,
  context: MappingContext,
): BuildFrom['build'] | undefined {
  const make = (source: Expression, inner: MappingContext): Build | undefined =>
    buildObject(undefined, present(target), claimName(name, inner.taken), { source, selection, path, at }, inner);
  const helper = helperFor(`copy${pascalCase(name)}`, of, present(target), selection, make, context);
  if (helper === 'failed') return undefined;
  if (helper !== undefined) return { kind: 'helper', helper: helper.name, of, type: present(target) };
  const build = make(of, context);
  return build?.kind === 'object' ? build : undefined;
}

function copyList(
  of: Expression,
  target: Type,
  { name, path, at }: Placement,
  selection: Selection,
  context: MappingContext,
): BuildList | undefined {
  const { environment } = context.integration;
  const wanted = itemOf(present(target), environment.shapes, 'loop');
  if (!('found' in wanted)) return undefined;
  // Items that are null are left out where the target's cannot be.
  const list = wanted.found.nullable ? of : withoutNulls(of, environment);
  const source = expand(list.type.shape, environment.shapes);
  if (source.kind !== 'array') return undefined;
  const listName = claimName(name, context.taken);
  const item = claimName(itemName(name), context.taken);
  const found = itemOf(list.type, environment.shapes, 'loop');
  const type = 'found' in found ? found.found : typeOfShape(source.item, environment.shapes);
  const placed = placeValue(
    variable(item, type),
    {},
    { ...wanted.found, optional: false },
    { name: item, path: `${path}[]`, at },
    selection,
    context,
  );
  return placed && { kind: 'list', type: present(target), name: listName, of: list, item, build: placed.build };
}

function withoutNulls(of: Expression, environment: Environment): Expression {
  const item = itemOf(of.type, environment.shapes, 'loop');
  if (!('found' in item) || !item.found.nullable) return of;
  return apply({ op: 'compact' }, of, environment, { from: 0, to: 0 }).ok ?? of;
}
