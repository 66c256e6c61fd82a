import { nearest } from '../../diagnostics/nearest.ts';
import type { SpecPath } from '../../diagnostics/place.ts';
import { isFailed } from '../../shape/shape.ts';
import { expand } from '../../shape/type-of-shape.ts';
import type { Type } from '../../shape/type.ts';
import type { Mapping } from '../../spec/types.ts';
import type { MappingSignature } from '../integration-scope.ts';
import type { BundleSource } from '../models/bundle-schema.ts';
import { modelType, typeOfSpecShape, type ModelRegistry } from '../models/registry.ts';
import { claimName, isReadable } from '../names.ts';

/** What a mapping takes and gives, so that others can use it before its rows are checked. */
export function mappingSignature(
  id: string,
  mapping: Mapping,
  source: BundleSource,
  models: ModelRegistry,
): MappingSignature {
  const at: SpecPath = ['mappings', id];
  const type = (text: string, where: SpecPath): Type =>
    source.models.has(text.trim())
      ? modelType(text.trim(), models.shapes)
      : typeOfSpecShape(text, where, source, models.shapes);
  const taken = new Set<string>();
  const sources =
    typeof mapping.from === 'string'
      ? [[sourceName(mapping.from), mapping.from] as const]
      : Object.entries(mapping.from);
  const params = sources.map(([wanted, shape]) => {
    const name = claimName(wanted, taken);
    const where: SpecPath = typeof mapping.from === 'string' ? [...at, 'from'] : [...at, 'from', wanted];
    if (typeof mapping.from === 'object' && !isReadable(wanted))
      source.report.add('FR2019', { name: wanted }, where, { on: 'key' });
    return {
      name,
      type: typeof shape === 'string' ? type(shape, where) : typeOfSpecShape(shape, where, source, models.shapes),
    };
  });
  const returns = type(mapping.to, [...at, 'to']);
  const isObject = expand(returns.shape, models.shapes).kind === 'object' || isFailed(returns.shape);
  if (!isObject && source.models.has(mapping.to))
    source.report.add('FR2004', { expected: 'a model with fields', found: `'${mapping.to}'` }, [...at, 'to']);
  if (!isObject && !source.models.has(mapping.to))
    source.report.add('FR2001', { what: 'model', name: mapping.to, suggestion: nearest(mapping.to, source.models) }, [
      ...at,
      'to',
    ]);
  return { id, params, returns };
}

/** `Order` → order; a list or a choice of types is just the source. */
function sourceName(type: string): string {
  return /^[A-Z][A-Za-z0-9]*$/.test(type.trim()) ? type.trim() : 'source';
}
