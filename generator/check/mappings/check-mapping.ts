import type { SpecPath } from '../../diagnostics/place.ts';
import { EMPTY_SCOPE, variable, withName, type Scope } from '../../expression/scope.ts';
import type { MappingPlan } from '../../ir/mapping.ts';
import type { Mapping } from '../../spec/types.ts';
import type { Integration, MappingSignature } from '../integration-scope.ts';
import { localName } from '../names.ts';
import { buildObject } from './build-object.ts';
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
  const tree = targetTree(mapping.rows ?? [], [...at, 'rows'], report);
  const target = localName(mapping.to, names);
  names.add(target);
  const [only, ...more] = signature.params;
  const projection =
    mapping.project === true && only !== undefined && more.length === 0 ? variable(only.name, only.type) : undefined;
  const build = buildObject(tree, signature.returns, target, projection, {
    id,
    integration,
    scope,
    prefixes: [],
    taken: names,
  });
  if (build === undefined) return undefined;
  return {
    id,
    place: report.place(at, { on: 'key' }),
    params: signature.params,
    returns: signature.returns,
    target,
    build,
    ...(mapping.description !== undefined && { doc: mapping.description }),
  };
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
