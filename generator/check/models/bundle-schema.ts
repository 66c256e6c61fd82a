import path from 'node:path';
import type { SpecPath } from '../../diagnostics/place.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import type { LoadedSpec } from '../../load/load-spec.ts';
import type { LoadedFile } from '../../load/references/file-store.ts';
import { resolveReference } from '../../load/references/resolve-reference.ts';
import {
  FAILED_SCHEMA,
  isJsonSchema,
  isSchemaObject,
  MODEL_REF,
  type JsonSchema,
  type SchemaObject,
} from '../../shape/json-schema.ts';
import type { At, Report } from '../report.ts';
import { cyclesIn, immediateReferences } from './cycles.ts';
import { atPointer, pointerPath } from '../../shape/json-pointer.ts';
import { uncheckedKeywords } from './unchecked-keywords.ts';

/** What a bundle is made of: the spec that holds the schema, and the names of its models. */
export interface BundleSource {
  readonly loaded: LoadedSpec;
  readonly models: ReadonlySet<string>;
  readonly report: Report;
}

/** A document that references are relative to: a file, or a schema within the spec itself. */
interface Document {
  readonly file?: LoadedFile;
  readonly root: JsonSchema;
  /** Where the root stands in the spec; a file is its own root. */
  readonly at: SpecPath;
}

/** A schema within a document: the keys that lead to it from the root. */
interface Located {
  readonly document: Document;
  readonly path: SpecPath;
}

/** Keywords that are about documents rather than values, or that would put code into the output. */
const DROPPED: ReadonlySet<string> = new Set([
  '$schema',
  '$id',
  '$comment',
  '$defs',
  'definitions',
  'tsType',
  'tsEnumNames',
]);
/** Keywords that hold a schema, or a list of them. What any other keyword holds is data. */
const SCHEMAS: ReadonlySet<string> = new Set(
  (
    'allOf anyOf oneOf not if then else items prefixItems additionalItems contains unevaluatedItems ' +
    'additionalProperties propertyNames unevaluatedProperties contentSchema'
  ).split(' '),
);
/** Keywords that hold schemas by names, which may be any words. */
const MAPS: ReadonlySet<string> = new Set(['properties', 'patternProperties', 'dependentSchemas', 'dependencies']);

interface Definition {
  readonly name: string;
  /** What it is called in messages: the file, and where in it. */
  readonly label: string;
  schema: JsonSchema;
}

/**
 * Makes a schema self-contained: what it refers to is copied into its `$defs` under a readable name; a reference to
 * a model of the spec stays one. `at` is where the schema stands in the spec.
 */
export function bundleSchema(schema: SchemaObject, at: SpecPath, source: BundleSource): JsonSchema {
  const { report } = source;
  const root = rootOf(schema, at, source);
  if (root === undefined) return FAILED_SCHEMA;
  // A model that contains itself is known by its name.
  const own = at.length === 2 && at[0] === 'models' ? `${MODEL_REF}${String(at[1])}` : undefined;
  const defs = new Map<string, Definition>();

  const copy = (node: unknown, where: Located): unknown => {
    if (Array.isArray(node)) return node.map((item, index) => copy(item, below(where, index)));
    if (!isSchemaObject(node)) return node;
    if (typeof node['$ref'] === 'string') return reference(node, node['$ref'], where);
    for (const { path: keys, what } of uncheckedKeywords(node, where.path.length === 0))
      report.addAt('FR3004', { what }, placeOf(below(where, ...keys), source, { on: 'key' }));
    return Object.fromEntries(
      Object.entries(node)
        .filter(([keyword]) => !DROPPED.has(keyword))
        .map(([keyword, value]) => [keyword, copyValue(keyword, value, below(where, keyword))]),
    );
  };

  const copyValue = (keyword: string, value: unknown, where: Located): unknown => {
    if (SCHEMAS.has(keyword)) return copy(value, where);
    if (!MAPS.has(keyword) || !isSchemaObject(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, copy(one, below(where, name))]));
  };

  const reference = (node: SchemaObject, ref: string, where: Located): unknown => {
    const target = follow(ref, where, source);
    if (target === undefined) return FAILED_SCHEMA;
    if (typeof target === 'string') return withSiblings(node, target);
    if (target.schema === root.schema && own !== undefined) return withSiblings(node, own);
    const key = labelOf(target, source);
    let def = defs.get(key);
    if (def === undefined) {
      def = { name: uniqueName(defName(target), defs), label: key, schema: true };
      defs.set(key, def);
      const copied = copy(target.schema, target);
      def.schema = isJsonSchema(copied) ? copied : true;
    }
    return withSiblings(node, `#/$defs/${def.name}`);
  };

  const copied = copy(root.schema, root);
  if (!isSchemaObject(copied)) return isJsonSchema(copied) ? copied : {};
  const labels = new Map([...defs.values()].map(({ name, label }) => [`#/$defs/${name}`, label]));
  const self = labelOf(root, source);
  if (own !== undefined) labels.set(own, self);
  const named = (schemaOf: JsonSchema): readonly string[] =>
    immediateReferences(schemaOf).flatMap((ref) => labels.get(ref) ?? []);
  const cycles = cyclesIn(
    new Map([[self, named(copied)], ...[...defs.values()].map((def) => [def.label, named(def.schema)] as const)]),
  );
  for (const names of cycles) report.add('FR2002', { what: 'schema', names }, at, { on: 'key' });
  if (cycles.length > 0) return FAILED_SCHEMA;
  const local = [...defs.values()].map((def) => [def.name, def.schema] as const);
  return local.length === 0 ? copied : { ...copied, $defs: Object.fromEntries(local) };
}

/** A schema that is nothing but a reference to a file is that file. */
function rootOf(schema: SchemaObject, at: SpecPath, source: BundleSource): Target | undefined {
  const ref = schema['$ref'];
  const own: Target = { document: { root: schema, at }, path: [], schema };
  if (typeof ref !== 'string' || ref.startsWith('#')) return own;
  const target = follow(ref, own, source);
  return typeof target === 'string' ? undefined : target;
}

type Target = Located & { readonly schema: JsonSchema };

/** Where a reference leads: a schema, or a model of the spec by its name; undefined where it leads nowhere (reported). */
function follow(ref: string, where: Located, source: BundleSource): Target | string | undefined {
  const [file = '', fragment = ''] = ref.split('#', 2);
  const { document } = where;
  const unknown = (what: string, name: string, known: readonly string[] = []): undefined => {
    const place = placeOf(below(where, '$ref'), source);
    source.report.addAt('FR2001', { what, name, suggestion: nearest(name, known) }, place);
    return undefined;
  };
  if (file === '' && document.file === undefined && fragment.startsWith('/models/')) {
    const name = fragment.slice('/models/'.length);
    return source.models.has(name) ? MODEL_REF + name : unknown('model', name, [...source.models]);
  }
  const target = file === '' ? document : otherDocument(file, document, source);
  // A file that could not be read has been reported by the load stage.
  if (target === undefined) return undefined;
  const schema = atPointer(target.root, fragment);
  return isJsonSchema(schema) ? { document: target, path: pointerPath(fragment), schema } : unknown('schema', ref);
}

function otherDocument(file: string, document: Document, { loaded }: BundleSource): Document | undefined {
  const found = loaded.files.get(resolveReference(document.file?.path ?? loaded.path, file));
  return found !== undefined && isJsonSchema(found.data) ? { file: found, root: found.data, at: [] } : undefined;
}

function below(where: Located, ...keys: SpecPath): Located {
  return { ...where, path: [...where.path, ...keys] };
}

function placeOf({ document, path: keys }: Located, { report }: BundleSource, at?: At): ReturnType<Report['place']> {
  return document.file === undefined ? report.place([...document.at, ...keys], at) : document.file.place(keys, at);
}

/** `models/order.json#/$defs/Item`, as seen from the spec. */
function labelOf({ document, path: keys }: Located, { loaded }: BundleSource): string {
  const file = document.file === undefined ? '' : path.relative(path.dirname(loaded.path), document.file.path);
  const start = document.file === undefined ? document.at.join('.').replace(/^models\./, '') : file;
  return `${start.split(path.sep).join('/')}${keys.length === 0 ? '' : `#/${keys.join('/')}`}`;
}

function withSiblings(node: SchemaObject, ref: string): SchemaObject {
  const { description } = node;
  return typeof description === 'string' ? { $ref: ref, description } : { $ref: ref };
}

/** `#/$defs/LineItem` → LineItem; `./address.json` → Address. */
function defName({ document, path: keys }: Target): string {
  const last = String(keys.at(-1) ?? '');
  const text = last !== '' ? last : path.basename(document.file?.path ?? 'self').replace(/\..*$/, '');
  const words = text.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  const name = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
  return /^[A-Za-z]/.test(name) ? name : `Def${name}`;
}

function uniqueName(name: string, defs: ReadonlyMap<string, Definition>): string {
  const taken = new Set([...defs.values()].map((def) => def.name));
  let unique = name;
  for (let count = 2; taken.has(unique); count += 1) unique = `${name}${String(count)}`;
  return unique;
}
