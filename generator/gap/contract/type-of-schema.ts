import { mergeAllOf } from '../../emit/models/type/merge-all-of.ts';
import { isOfType, typeNames } from '../../emit/models/type/type-schema.ts';
import {
  arrayType,
  intersectionType,
  keywordType,
  literalType,
  objectType,
  optionalType,
  readonlyType,
  referenceType,
  tupleType,
  unionType,
  type FieldType,
  type TypeNode,
} from '../../emit/syntax/index.ts';
import {
  descriptionOf,
  isJsonSchema,
  isSchemaObject,
  schemaList,
  schemaMap,
  type JsonSchema,
  type SchemaObject,
} from '../../shape/json-schema.ts';

export interface SchemaTypeOptions {
  /** Lists and fields that are not to be written to, however deep. */
  readonly readonly: boolean;
  /** What the type of a definition is called. */
  readonly nameOf: (definition: string) => string;
}

/** Keywords that make a schema describe a type; one without any of them only limits values. */
const DESCRIBING = ['type', '$ref', 'const', 'enum', 'allOf', 'anyOf', 'oneOf'];

/**
 * The type of a self-contained schema: the same that the emitted model has, so that values go from the one to the other, but
 * readonly where that is asked for. (The generator of the models' types knows no readonly.)
 */
export function typeOfSchema(schema: JsonSchema, options: SchemaTypeOptions): TypeNode {
  if (typeof schema === 'boolean') return keywordType(schema ? 'unknown' : 'never');
  const merged = mergeAllOf(schema);
  const ref = merged['$ref'];
  if (typeof ref === 'string') return referenceType(options.nameOf(ref.replace('#/$defs/', '')));
  return intersectionType(partsOf(merged, options));
}

/** The fields of an object that is nothing but its fields: what an interface can say. */
export function fieldsOfSchema(schema: JsonSchema, options: SchemaTypeOptions): readonly FieldType[] | undefined {
  if (typeof schema === 'boolean' || schema['$ref'] !== undefined) return undefined;
  const merged = mergeAllOf(schema);
  const plain = !['allOf', 'anyOf', 'oneOf', 'enum', 'const'].some((keyword) => keyword in merged);
  const { fields, rest } = membersOf(merged, options);
  return plain && merged['type'] === 'object' && rest === undefined ? fields : undefined;
}

function partsOf(schema: SchemaObject, options: SchemaTypeOptions): readonly TypeNode[] {
  const own = ownType(schema, options);
  const parts = own === undefined ? [] : [own];
  for (const member of schemaList(schema['allOf'])) if (describes(member)) parts.push(typeOfSchema(member, options));
  for (const keyword of ['anyOf', 'oneOf']) {
    const alternatives = schemaList(schema[keyword]);
    if (alternatives.length > 0 && alternatives.every(describes))
      parts.push(unionType(alternatives.map((one) => typeOfSchema(one, options))));
  }
  return parts;
}

function describes(schema: JsonSchema): boolean {
  return typeof schema === 'boolean' ? !schema : DESCRIBING.some((keyword) => schema[keyword] !== undefined);
}

function ownType(schema: SchemaObject, options: SchemaTypeOptions): TypeNode | undefined {
  if ('const' in schema) return valueType(schema['const'], options);
  const types = typeNames(schema);
  if (Array.isArray(schema['enum'])) {
    const values = schema['enum'].filter((value) => types.length === 0 || types.some((type) => isOfType(value, type)));
    return unionType([...new Set(values)].map((value) => valueType(value, options)));
  }
  const told = types.filter((type) => type !== 'integer' || !types.includes('number'));
  return told.length === 0 ? undefined : unionType(told.map((type) => ofType(type, schema, options)));
}

function ofType(type: string, schema: SchemaObject, options: SchemaTypeOptions): TypeNode {
  switch (type) {
    case 'null':
      return literalType(null);
    case 'boolean':
    case 'string':
    case 'number':
      return keywordType(type);
    case 'integer':
      return keywordType('number');
    case 'array':
      return listType(schema, options);
    case 'object': {
      const { fields, rest } = membersOf(schema, options);
      return objectType(fields, rest, options.readonly);
    }
    default:
      return keywordType('unknown');
  }
}

function listType(schema: SchemaObject, options: SchemaTypeOptions): TypeNode {
  const items = isJsonSchema(schema['items']) ? schema['items'] : true;
  const prefix = schemaList(schema['prefixItems']);
  const required = typeof schema['minItems'] === 'number' ? schema['minItems'] : 0;
  const elements = prefix.map((one, index) => {
    const element = typeOfSchema(one, options);
    return index < required ? element : optionalType(element);
  });
  const item = items === false ? undefined : typeOfSchema(items, options);
  const list = prefix.length === 0 ? arrayType(item ?? keywordType('never')) : tupleType(elements, item);
  return options.readonly ? readonlyType(list) : list;
}

function membersOf(
  schema: SchemaObject,
  options: SchemaTypeOptions,
): { readonly fields: readonly FieldType[]; readonly rest: TypeNode | undefined } {
  const names = Array.isArray(schema['required']) ? schema['required'].filter((name) => typeof name === 'string') : [];
  const required = new Set(names);
  const properties = new Map(schemaMap(schema['properties']));
  for (const name of required) if (!properties.has(name)) properties.set(name, true);
  const fields = [...properties].map(([name, property]): FieldType => ({
    name,
    type: typeOfSchema(property, options),
    optional: !required.has(name),
    readonly: options.readonly,
    doc: descriptionOf(property),
  }));
  return { fields, rest: restOf(schema, fields, options) };
}

/** What undeclared fields hold: an index signature has to allow what declared ones do, too. */
function restOf(schema: SchemaObject, fields: readonly FieldType[], options: SchemaTypeOptions): TypeNode | undefined {
  const others = schema['additionalProperties'];
  const patterns = schemaMap(schema['patternProperties']).map(([, pattern]) => pattern);
  const told = [...patterns, ...(isJsonSchema(others) && others !== false ? [others] : [])];
  if (told.length === 0) return fields.length === 0 && others !== false ? keywordType('unknown') : undefined;
  if (told.some((one) => one === true || Object.keys(one).length === 0)) return keywordType('unknown');
  const types = told.map((one) => typeOfSchema(one, options));
  if (fields.length === 0) return unionType(types);
  return unionType([...types, ...fields.map((field) => field.type), keywordType('undefined')]);
}

/** A JSON value as a type. */
function valueType(value: unknown, options: SchemaTypeOptions): TypeNode {
  if (value === null || typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number')
    return literalType(value);
  if (Array.isArray(value)) {
    const tuple = tupleType(value.map((item) => valueType(item, options)));
    return options.readonly ? readonlyType(tuple) : tuple;
  }
  if (!isSchemaObject(value)) return keywordType('unknown');
  const { readonly } = options;
  return objectType(Object.entries(value).map(([name, one]) => ({ name, type: valueType(one, options), readonly })));
}
