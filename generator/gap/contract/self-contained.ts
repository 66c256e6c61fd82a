import { normaliseSchema } from '../../emit/models/normalise-schema.ts';
import type { ModelPlan } from '../../ir/model.ts';
import { atPointer } from '../../shape/json-pointer.ts';
import {
  isJsonSchema,
  isSchemaObject,
  MODEL_REF,
  type JsonSchema,
  type SchemaObject,
} from '../../shape/json-schema.ts';
import type { Names } from '../../emit/syntax/names.ts';
import { defName } from './type-names.ts';

/** Where a reference of a schema is looked up: the schema that holds the definitions, and the model that it is of. */
interface Scope {
  readonly root: JsonSchema;
  readonly model: string;
}

/** Keywords whose values are data, whatever they look like. */
const DATA: ReadonlySet<string> = new Set(['const', 'enum', 'default', 'examples', 'example', 'required', 'type']);
/** Keywords that hold schemas by names, which may be any words. */
const MAPS: ReadonlySet<string> = new Set(['properties', 'patternProperties', 'dependentSchemas']);

/**
 * A schema with all that it refers to in its own `$defs`, in the words of 2020-12. Each definition has a name that can be
 * that of a TypeScript type, and none that `names` has; one that nothing refers to is not there.
 */
export function selfContained(schema: JsonSchema, models: readonly ModelPlan[], names: Names): JsonSchema {
  const defs = new Map<string, JsonSchema>();
  const known = new Map<JsonSchema, string>();
  const roots = new Map(models.map((model) => [model.id, model]));
  const normalised = new Map<string, JsonSchema>();

  const rootOf = (model: ModelPlan): JsonSchema => {
    const schemaOf = normalised.get(model.id) ?? normaliseSchema(readable(model.schema));
    normalised.set(model.id, schemaOf);
    return schemaOf;
  };

  const copy = (node: unknown, scope: Scope): unknown => {
    if (Array.isArray(node)) return node.map((item) => copy(item, scope));
    if (!isSchemaObject(node)) return node;
    if (typeof node['$ref'] === 'string') return reference(node, node['$ref'], scope);
    const { $defs, definitions: _, ...rest } = node;
    // Definitions that stand within a part are that part's own.
    const inner = $defs === undefined ? scope : { ...scope, root: node };
    return Object.fromEntries(
      Object.entries(rest).map(([keyword, value]) => [keyword, keywordOf(keyword, value, inner)]),
    );
  };

  const keywordOf = (keyword: string, value: unknown, scope: Scope): unknown => {
    if (DATA.has(keyword)) return value;
    if (!MAPS.has(keyword) || !isSchemaObject(value)) return copy(value, scope);
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, copy(one, scope)]));
  };

  const reference = (node: SchemaObject, ref: string, scope: Scope): SchemaObject => {
    const [target, wish, within] = targetOf(ref, scope);
    if (typeof target === 'boolean') return target ? {} : { not: {} };
    let name = known.get(target);
    if (name === undefined) {
      name = defName(wish, names);
      known.set(target, name);
      const copied = copy(target, within);
      defs.set(name, isJsonSchema(copied) ? copied : {});
    }
    const { description } = node;
    return { $ref: `#/$defs/${name}`, ...(typeof description === 'string' && { description }) };
  };

  /** What a reference leads to, what that might be called, and where its own references are looked up. */
  const targetOf = (ref: string, scope: Scope): readonly [JsonSchema, string, Scope] => {
    const [id = '', pointer = ''] = ref.startsWith(MODEL_REF)
      ? ref.slice(MODEL_REF.length).split('#')
      : ['', ref.slice(1)];
    const model = roots.get(id);
    if (id !== '' && model === undefined) return [true, id, scope];
    const within = model === undefined ? scope : { root: rootOf(model), model: model.symbol.name };
    const found = atPointer(within.root, pointer);
    const wish = pointer === '' ? within.model : `${within.model} ${pointer.split('/').at(-1) ?? ''}`;
    return [isJsonSchema(found) ? found : true, wish, within];
  };

  const root = normaliseSchema(schema);
  const copied = copy(root, { root, model: '' });
  if (!isSchemaObject(copied)) return isJsonSchema(copied) ? copied : {};
  const sorted = [...defs].toSorted(([one], [other]) => (one < other ? -1 : 1));
  return sorted.length === 0 ? copied : { ...copied, $defs: Object.fromEntries(sorted) };
}

function readable(schema: ModelPlan['schema']): JsonSchema {
  return isJsonSchema(schema) ? schema : {};
}
