import type { SpecPath } from '../../diagnostics/place.ts';
import { EMPTY_SCOPE, variable, withName, type Scope } from '../../expression/scope.ts';
import type { MappingPlan } from '../../ir/mapping.ts';
import { isCopyRow } from '../../spec/rows.ts';
import type { Mapping, Row } from '../../spec/types.ts';
import type { Integration, MappingSignature } from '../integration-scope.ts';
import { localName } from '../names.ts';
import { readSource } from '../values/read-source.ts';
import { buildObject } from './build-object.ts';
import type { MappingContext } from './mapping-context.ts';
import { mappingProjection } from './mapping-projection.ts';
import { targetTree } from './target-tree.ts';

/** A mapping with everything decided but its file. */
export type CheckedMapping = Omit<MappingPlan, 'symbol'>;

/** Checks the rows of a mapping against both models; undefined where something is wrong (reported). */
export function checkMapping(
  id: string,
  mapping: Mapping,
  signature: MappingSignature,
  taken: ReadonlySet<string>,
  integration: Integration,
): CheckedMapping | undefined {
  const at: SpecPath = ['mappings', id];
  const { report } = integration;
  const names = new Set(taken);
  const scope = scopeOf(mapping, signature);
  for (const param of signature.params) names.add(param.name);
  const context: MappingContext = { id, integration, scope, prefixes: [], taken: names, helpers: new Map() };
  const rows = mapping.rows ?? [];
  const failed = failedCopies(rows, [...at, 'rows'], context);
  const tree = targetTree(rows, [...at, 'rows'], report, (row) => failed.has(row));
  const target = localName(mapping.to, names);
  names.add(target);
  const projection = mappingProjection(mapping, signature, context);
  if (projection === 'failed') return undefined;
  const build = buildObject(tree, signature.returns, target, projection, context);
  const helpers = [...context.helpers.values()].flatMap(({ helper }) =>
    helper === undefined || helper === 'failed' ? [] : [helper],
  );
  if (build === undefined) return undefined;
  return {
    id,
    place: report.place(at, { on: 'key' }),
    params: signature.params,
    returns: signature.returns,
    target,
    build,
    ...(helpers.length > 0 && { helpers }),
    ...(mapping.description !== undefined && { doc: mapping.description }),
  };
}

/** Rows that copy from something that is not there, which is reported once. */
function failedCopies(rows: readonly Row[], at: SpecPath, context: MappingContext): ReadonlySet<Row> {
  const { scope, prefixes, integration } = context;
  return new Set(
    rows.filter(
      (row, index) =>
        isCopyRow(row) &&
        row.from !== undefined &&
        readSource(row.from, [...at, index, 'from'], scope, prefixes, integration) === undefined,
    ),
  );
}

/** One source: paths start with its fields. Several: they start with a source's name. */
function scopeOf(mapping: Mapping, signature: MappingSignature): Scope {
  const [only] = signature.params;
  if (typeof mapping.from === 'string' && only !== undefined)
    return { ...EMPTY_SCOPE, root: variable(only.name, only.type) };
  const names = Object.keys(mapping.from);
  return signature.params.reduce(
    (scope, param, index) =>
      withName(scope, names[index] ?? param.name, { expression: variable(param.name, param.type) }),
    EMPTY_SCOPE,
  );
}
