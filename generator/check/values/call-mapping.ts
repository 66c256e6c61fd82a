import { nearest } from '../../diagnostics/nearest.ts';
import type { SpecPath } from '../../diagnostics/place.ts';
import { describeType } from '../../shape/describe.ts';
import { itemOf } from '../../shape/member.ts';
import { assignable, type Mismatch } from '../../shape/assignable.ts';
import { isFailed } from '../../shape/shape.ts';
import { expand, isMaybe, present } from '../../shape/type-of-shape.ts';
import { asOpen } from '../../expression/as-open.ts';
import type { Expression } from '../../expression/expression.ts';
import { variable } from '../../expression/scope.ts';
import { BOOLEAN, FAILED, listOf } from '../../expression/types.ts';
import { getsSmaller } from '../mappings/endless.ts';
import type { Integration, MappingSignature } from '../integration-scope.ts';

/** A mapping applied to a value, or to each item of a list; an absent value stays absent. */
export function callMapping(
  id: string,
  of: Expression,
  at: SpecPath,
  integration: Integration,
): Expression | undefined {
  noteEndless(id, of, at, integration);
  return applyMapping(id, of, at, integration);
}

function applyMapping(id: string, of: Expression, at: SpecPath, integration: Integration): Expression | undefined {
  const mapping = findMapping(id, at, integration);
  if (mapping === undefined) return undefined;
  const { report, environment } = integration;
  const [param, ...more] = mapping.params;
  if (param === undefined || more.length > 0) {
    report.add(
      'FR2004',
      {
        expected: 'a mapping with one source',
        found: `'${id}' with ${String(mapping.params.length)} sources`,
        fix: 'apply it in a map step',
      },
      at,
    );
    return undefined;
  }
  if (isFailed(of.type.shape) || isFailed(param.type.shape))
    return { kind: 'mapped', mapping: id, args: [of], type: FAILED };
  const shape = expand(of.type.shape, environment.shapes);
  if (shape.kind === 'array' && expand(param.type.shape, environment.shapes).kind !== 'array') {
    const item = itemOf(of.type, environment.shapes, 'loop');
    if (!('found' in item)) return undefined;
    const value = applyMapping(id, variable('item', item.found), at, integration);
    return value && eachOf(of, value);
  }
  const mismatch = assignable(of.type.shape, param.type.shape, environment.shapes);
  if (mismatch !== undefined) {
    report.add(
      'FR2004',
      { expected: describeType(param.type), found: describeType(present(of.type)) + placeOf(mismatch) },
      at,
    );
    return undefined;
  }
  const call: Expression = {
    kind: 'mapped',
    mapping: id,
    args: [asOpen(present(of.type) === of.type ? of : { ...of, type: present(of.type) }, param.type, environment)],
    type: mapping.returns,
  };
  if (!isMaybe(of.type)) return call;
  const test: Expression = { kind: 'present', of, type: BOOLEAN };
  return {
    kind: 'conditional',
    test,
    then: call,
    else: { kind: 'literal', value: undefined, type: { shape: { kind: 'never' }, optional: true, nullable: false } },
    type: { ...mapping.returns, optional: true },
  };
}

/** A row that applies a mapping to what does not get smaller: together such rows may go round in a circle. */
function noteEndless(id: string, of: Expression, at: SpecPath, { mappings, environment, endless }: Integration): void {
  const [section, from] = at;
  const caller = section === 'mappings' && typeof from === 'string' ? mappings.get(from) : undefined;
  if (caller === undefined) return;
  const params = new Set(caller.params.map(({ name }) => name));
  if (!getsSmaller(of, params, environment.shapes)) endless.push({ from: caller.id, to: id, at });
}

/**
 * Each item of a list through a value of `item`; items for which there is no value are left out. `flat`: the values are lists,
 * whose items stand in their place.
 */
export function eachOf(list: Expression, value: Expression, { item = 'item', flat = false } = {}): Expression {
  // Whether a list of lists has one is seen by what that is made of.
  const tested = flat && value.kind === 'each' ? value.of : value;
  const when: Expression = { kind: 'present', of: tested, type: BOOLEAN };
  const type = flat ? present(value.type) : listOf(present(value.type));
  return {
    kind: 'each',
    of: list,
    item,
    value,
    ...(isMaybe(value.type) && { when }),
    flat,
    type: { ...type, optional: isMaybe(list.type) },
  };
}

export function findMapping(id: string, at: SpecPath, integration: Integration): MappingSignature | undefined {
  integration.used.add(`mapping ${id}`);
  const mapping = integration.mappings.get(id);
  if (mapping === undefined)
    integration.report.add(
      'FR2001',
      { what: 'mapping', name: id, suggestion: nearest(id, integration.mappings.keys()) },
      at,
    );
  return mapping;
}

/** ` whose 'items[].sku' may be missing`, for a mismatch within a value. */
export function placeOf({ path, reason }: Mismatch): string {
  if (path.length === 0) return '';
  const place = path.join('.').replaceAll('.[]', '[]');
  if (reason === 'missingField') return ` without '${place}'`;
  return reason === 'optionalField' ? ` whose '${place}' may be missing` : ` (at ${place})`;
}
