import type { SpecPath } from '../../diagnostics/place.ts';
import { parsePath, type PathSegment } from '../../expression/path.ts';
import { inferSchema } from '../../shape/infer-schema.ts';
import { FAILED_SCHEMA, type JsonSchema } from '../../shape/json-schema.ts';
import type { BundleSource } from './bundle-schema.ts';
import { referencedFile } from '../../load/references/referenced-file.ts';

/** The schema of a model that is inferred from example payloads; `at` says where in each file the examples are. */
export function inferModel(
  model: { readonly infer: string | readonly string[]; readonly at?: string },
  where: SpecPath,
  source: BundleSource,
): JsonSchema {
  const files = typeof model.infer === 'string' ? [model.infer] : model.infer;
  const examples = files.flatMap((file) => {
    const loaded = referencedFile(source.loaded, file);
    return loaded === undefined ? [] : [loaded.data];
  });
  if (model.at === undefined) return inferSchema(examples);
  const parsed = parsePath(model.at);
  if (parsed.problem !== undefined) {
    source.report.add('FR2010', { found: `'${model.at}'`, fix: parsed.problem.what }, [...where, 'at'], parsed.problem);
    return FAILED_SCHEMA;
  }
  const found = examples.flatMap((example) => valuesAt(example, parsed.segments));
  if (examples.length === 0 || found.length > 0) return inferSchema(found);
  source.report.add('FR2012', { path: model.at }, [...where, 'at']);
  return FAILED_SCHEMA;
}

/** All values that a path leads to; `[]` goes through a list. */
export function valuesAt(value: unknown, segments: readonly PathSegment[]): readonly unknown[] {
  const [segment, ...rest] = segments;
  if (segment === undefined) return [value];
  if (segment.kind === 'each') return Array.isArray(value) ? value.flatMap((item) => valuesAt(item, rest)) : [];
  if (segment.kind === 'index') {
    const items: readonly unknown[] = Array.isArray(value) ? value : [];
    const item = items.at(segment.index);
    return item === undefined ? [] : valuesAt(item, rest);
  }
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, segment.name)) return [];
  return valuesAt(Reflect.get(value, segment.name), rest);
}
