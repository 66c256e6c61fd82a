import { isSchemaObject, schemaList, type JsonSchema, type SchemaObject } from '../../../shape/json-schema.ts';
import { constant, identifier, stringLiteral } from '../../syntax/index.ts';
import type { Alternative } from './alternatives.ts';
import { allowedValues, schemaChecks } from './schema-checks.ts';
import { follow, localName, ownProperty, placeInside, type FunctionScope, type Spot } from './scope.ts';
import { branch, type Check } from './statement.ts';
import { isOneOf, valueChecks } from './value-checks.ts';
import { ALL_TYPES } from './schema-types.ts';

/** A required property whose values tell the alternatives apart, and the values of each. */
export interface Discriminator {
  readonly name: string;
  readonly values: readonly (readonly string[])[];
}

const MAX_DEPTH = 20;

export function discriminatorOf(scope: FunctionScope, group: readonly Alternative[]): Discriminator | undefined {
  if (group.some(({ types }) => types.size !== 1 || !types.has('object'))) return undefined;
  const [first] = group;
  for (const name of first === undefined ? [] : constantProperties(scope, first.schema).keys()) {
    const values = group.map(({ schema }) => constantProperties(scope, schema).get(name) ?? []);
    const all = values.flat();
    if (values.every((one) => one.length > 0) && new Set(all).size === all.length) return { name, values };
  }
  return undefined;
}

/** The required properties that a schema gives a choice of texts, also through references and `allOf`. */
function constantProperties(
  scope: FunctionScope,
  schema: JsonSchema,
  depth = 0,
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  if (!isSchemaObject(schema) || depth > MAX_DEPTH) return found;
  const { $ref: ref, properties, required } = schema;
  const parts: JsonSchema[] = [...schemaList(schema['allOf'])];
  if (typeof ref === 'string') parts.push(follow(scope)(ref) ?? true);
  for (const part of parts)
    for (const [name, values] of constantProperties(scope, part, depth + 1)) found.set(name, values);
  for (const [name, property] of isSchemaObject(properties) ? Object.entries(properties) : []) {
    const values =
      Array.isArray(required) && required.includes(name) && isSchemaObject(property) ? texts(property) : undefined;
    if (values !== undefined) found.set(name, values);
  }
  return found;
}

function texts(schema: SchemaObject): readonly string[] | undefined {
  const values = allowedValues(schema);
  return values?.every((value) => typeof value === 'string') === true ? values : undefined;
}

/** `if (kind === 'card') … else if (kind === 'bank') … else` what the property may be. */
export function discriminatedChecks(
  scope: FunctionScope,
  spot: Spot,
  group: readonly Alternative[],
  { name, values }: Discriminator,
): readonly Check[] {
  const local = localName(scope, name);
  const inner: Spot = {
    ...spot,
    value: () => identifier(local),
    place: placeInside(scope, spot, stringLiteral(name)),
    name: `${spot.name} ${name}`,
  };
  const otherwise = valueChecks(scope, inner, values.flat(), ALL_TYPES);
  const none = otherwise.flatMap((check) => ('test' in check ? check.then : [check]));
  const branches = group.map((alternative, index) => ({
    test: isOneOf(inner, values[index] ?? []),
    then: schemaChecks(scope, { ...spot, name: alternative.name }, alternative.schema, alternative.types),
  }));
  const chain = branches.reduceRight<readonly Check[]>((rest, { test, then }) => [branch(test, then, rest)], none);
  return [constant(local, ownProperty(spot.value(), name)), ...chain];
}
