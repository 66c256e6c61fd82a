import {
  isJsonSchema,
  isSchemaObject,
  schemaMap,
  type JsonSchema,
  type SchemaObject,
} from '../../../shape/json-schema.ts';
import {
  binary,
  constant,
  globalName,
  identifier,
  keywordType,
  method,
  numberLiteral,
  property,
  stringLiteral,
  undefinedValue,
  type ExpressionNode,
} from '../../syntax/index.ts';
import { keyChecks } from './key-checks.ts';
import { branch, guarded, type Check } from './statement.ts';
import { schemaChecks } from './schema-checks.ts';
import { isInherited, localName, ownProperty, placeInside, reports, type FunctionScope, type Spot } from './scope.ts';
import type { Types } from './schema-types.ts';

const OBJECT: Types = new Set(['object']);

/** What the schema asks of a value that is an object. */
export function objectChecks(scope: FunctionScope, spot: Spot, schema: SchemaObject): readonly Check[] {
  return [
    ...propertiesChecks(scope, spot, schema),
    ...sizeChecks(scope, spot, schema),
    ...keyChecks(scope, spot, schema),
    ...dependencyChecks(scope, spot, schema),
  ];
}

function propertiesChecks(scope: FunctionScope, spot: Spot, schema: SchemaObject): readonly Check[] {
  const required = new Set(names(schema['required']));
  const properties = new Map<string, JsonSchema>(schemaMap(schema['properties']));
  for (const name of required) if (!properties.has(name)) properties.set(name, true);
  return [...properties].flatMap(([name, inner]) => propertyChecks(scope, spot, name, inner, required.has(name)));
}

function propertyChecks(
  scope: FunctionScope,
  spot: Spot,
  name: string,
  schema: JsonSchema,
  required: boolean,
): readonly Check[] {
  const read = ownProperty(spot.value(), name);
  const place = placeInside(scope, spot, stringLiteral(name));
  const missing = reports(scope, { ...spot, place }, 'is missing');
  if (schema === true) return required ? [branch(isUndefined(read), [missing])] : [];
  const local = localName(scope, name);
  const checks = schemaChecks(
    scope,
    { ...spot, value: () => identifier(local), place, name: `${spot.name} ${name}` },
    schema,
  );
  if (checks.length === 0) return required ? [branch(isUndefined(read), [missing])] : [];
  const bound = isInherited(name) ? constant(local, read, keywordType('unknown')) : constant(local, read);
  if (required) return [bound, branch(isUndefined(identifier(local)), [missing], checks)];
  return [bound, ...guarded(binary(identifier(local), '!==', undefinedValue()), checks)];
}

function sizeChecks(
  scope: FunctionScope,
  spot: Spot,
  { minProperties, maxProperties }: SchemaObject,
): readonly Check[] {
  const checks: Check[] = [];
  const count = (): ExpressionNode => property(method(globalName('Object'), 'keys', [spot.value()]), 'length');
  if (typeof minProperties === 'number' && minProperties > 0) {
    checks.push(
      branch(binary(count(), '<', numberLiteral(minProperties)), [
        reports(scope, spot, `must have at least ${minProperties} ${minProperties === 1 ? 'property' : 'properties'}`),
      ]),
    );
  }
  if (typeof maxProperties === 'number') {
    checks.push(
      branch(binary(count(), '>', numberLiteral(maxProperties)), [
        reports(scope, spot, `must have at most ${maxProperties} ${maxProperties === 1 ? 'property' : 'properties'}`),
      ]),
    );
  }
  return checks;
}

/** `dependentRequired` and `dependentSchemas`. */
function dependencyChecks(
  scope: FunctionScope,
  spot: Spot,
  { dependentRequired, dependentSchemas }: SchemaObject,
): readonly Check[] {
  const needed = isSchemaObject(dependentRequired) ? Object.entries(dependentRequired) : [];
  const schemas = isSchemaObject(dependentSchemas) ? Object.entries(dependentSchemas) : [];
  const present = (name: string): ExpressionNode => binary(ownProperty(spot.value(), name), '!==', undefinedValue());
  return [
    ...needed.flatMap(([name, others]) =>
      names(others).flatMap((other) => guarded(present(name), [missingBeside(scope, spot, other, name)])),
    ),
    ...schemas.flatMap(([name, schema]) =>
      isJsonSchema(schema) ? guarded(present(name), schemaChecks(scope, spot, schema, OBJECT)) : [],
    ),
  ];
}

function missingBeside(scope: FunctionScope, spot: Spot, name: string, beside: string): Check {
  const place = placeInside(scope, spot, stringLiteral(name));
  return branch(isUndefined(ownProperty(spot.value(), name)), [
    reports(scope, { ...spot, place }, `is missing beside ${JSON.stringify(beside)}`),
  ]);
}

function isUndefined(value: ExpressionNode): ExpressionNode {
  return binary(value, '===', undefinedValue());
}

function names(value: unknown): readonly string[] {
  return Array.isArray(value) ? [...new Set(value.filter((name) => typeof name === 'string'))] : [];
}
