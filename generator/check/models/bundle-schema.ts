import path from 'node:path';
import type { SpecPath } from '../../diagnostics/place.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import type { LoadedSpec } from '../../load/load-spec.ts';
import {
  isJsonSchema,
  isSchemaObject,
  MODEL_REF,
  type JsonSchema,
  type SchemaObject,
} from '../../shape/json-schema.ts';
import type { Report } from '../report.ts';
import { atPointer } from './json-pointer.ts';

/** What a bundle is made of: the spec that holds the schema, and the names of its models. */
export interface BundleSource {
  readonly loaded: LoadedSpec;
  readonly models: ReadonlySet<string>;
  readonly report: Report;
}

/** A document that references are relative to: a file, or the model within the spec itself. */
interface Document {
  readonly file?: string;
  readonly root: JsonSchema;
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

/**
 * Makes a schema self-contained: what it refers to is copied into its `$defs` under a readable name; a reference to
 * a model of the spec stays one. `at` is where the schema stands in the spec.
 */
export function bundleSchema(schema: SchemaObject, at: SpecPath, source: BundleSource): JsonSchema {
  const defs = new Map<string, { readonly name: string; schema: JsonSchema }>();
  const directory = path.dirname(source.loaded.path);

  const copy = (node: unknown, document: Document, where: SpecPath): unknown => {
    if (Array.isArray(node)) return node.map((item, index) => copy(item, document, [...where, index]));
    if (!isSchemaObject(node)) return node;
    if (typeof node['$ref'] === 'string') return reference(node, node['$ref'], document, where);
    const entries = Object.entries(node).filter(([key]) => !DROPPED.has(key));
    return Object.fromEntries(
      entries.map(([key, value]) => [key, isPlainValue(key) ? value : copy(value, document, [...where, key])]),
    );
  };

  const reference = (node: SchemaObject, ref: string, document: Document, where: SpecPath): unknown => {
    const target = follow(ref, document, directory, where, source);
    if (target === undefined) return {};
    if (typeof target === 'string') return withSiblings(node, target);
    const key = `${target.document.file ?? ''}#${target.pointer}`;
    let def = defs.get(key);
    if (def === undefined) {
      def = { name: uniqueName(defName(target), defs), schema: true };
      defs.set(key, def);
      const copied = copy(target.schema, target.document, where);
      def.schema = isJsonSchema(copied) ? copied : true;
    }
    return withSiblings(node, `#/$defs/${def.name}`);
  };

  const root = rootDocument(schema, at, directory, source);
  if (root === undefined) return {};
  const copied = copy(root.document.root, root.document, at);
  const local = [...defs.values()].map((def) => [def.name, def.schema] as const);
  if (!isSchemaObject(copied)) return isJsonSchema(copied) ? copied : {};
  return local.length === 0 ? copied : { ...copied, $defs: Object.fromEntries(local) };
}

/** A model that is nothing but a reference to a file is that file. */
function rootDocument(
  schema: SchemaObject,
  at: SpecPath,
  directory: string,
  source: BundleSource,
): { readonly document: Document } | undefined {
  const ref = schema['$ref'];
  const own: Document = { root: schema };
  if (typeof ref !== 'string' || ref.startsWith('#')) return { document: own };
  const target = follow(ref, own, directory, at, source);
  if (target === undefined || typeof target === 'string') return undefined;
  return { document: target.pointer === '' ? target.document : { ...target.document, root: target.schema } };
}

type Target = string | { readonly document: Document; readonly pointer: string; readonly schema: JsonSchema };

function follow(
  ref: string,
  document: Document,
  directory: string,
  where: SpecPath,
  source: BundleSource,
): Target | undefined {
  const [file = '', fragment = ''] = ref.split('#', 2);
  const unknown = (what: string, name: string, known: readonly string[] = []): undefined => {
    source.report.add('FR2001', { what, name, suggestion: nearest(name, known) }, [...where, '$ref']);
    return undefined;
  };
  if (file === '' && document.file === undefined && fragment.startsWith('/models/')) {
    const name = fragment.slice('/models/'.length);
    return source.models.has(name) ? MODEL_REF + name : unknown('model', name, [...source.models]);
  }
  const target = file === '' ? document : otherDocument(file, document, directory, source);
  // A file that could not be read has been reported by the load stage.
  if (target === undefined) return undefined;
  const schema = atPointer(target.root, fragment);
  return isJsonSchema(schema) ? { document: target, pointer: fragment, schema } : unknown('schema', ref);
}

function otherDocument(
  file: string,
  document: Document,
  directory: string,
  source: BundleSource,
): Document | undefined {
  const absolute = path.resolve(document.file === undefined ? directory : path.dirname(document.file), file);
  const loaded = source.loaded.files.get(absolute);
  return loaded !== undefined && isJsonSchema(loaded.data) ? { file: absolute, root: loaded.data } : undefined;
}

function withSiblings(node: SchemaObject, ref: string): SchemaObject {
  const { description } = node;
  return typeof description === 'string' ? { $ref: ref, description } : { $ref: ref };
}

function isPlainValue(keyword: string): boolean {
  return (
    keyword === 'const' ||
    keyword === 'enum' ||
    keyword === 'default' ||
    keyword === 'examples' ||
    keyword === 'example' ||
    keyword === 'required'
  );
}

/** `#/$defs/LineItem` → LineItem; `./address.json` → Address. */
function defName(target: Exclude<Target, string>): string {
  const last = target.pointer.split('/').at(-1) ?? '';
  const text = last !== '' ? last : path.basename(target.document.file ?? 'self').replace(/\..*$/, '');
  const words = text.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  const name = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
  return /^[A-Za-z]/.test(name) ? name : `Def${name}`;
}

function uniqueName(name: string, defs: ReadonlyMap<string, { readonly name: string }>): string {
  const taken = new Set([...defs.values()].map((def) => def.name));
  let unique = name;
  for (let count = 2; taken.has(unique); count += 1) unique = `${name}${String(count)}`;
  return unique;
}
