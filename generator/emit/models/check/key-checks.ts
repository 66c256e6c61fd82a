import { isJsonSchema, schemaMap, type JsonSchema, type SchemaObject } from '../../../shape/json-schema.ts';
import {
  array,
  binary,
  constant,
  construct,
  element,
  forOf,
  globalName,
  identifier,
  literal,
  method,
  not,
  type ExpressionNode,
} from '../../syntax/index.ts';
import { guarded, written, type Check } from './statement.ts';
import { schemaChecks } from './schema-checks.ts';
import { hoisted, hoistedPattern, localName, placeInside, type FunctionScope, type Spot } from './scope.ts';
import type { Types } from './schema-types.ts';

/** More names than this are looked up in a set. */
const MAX_COMPARED = 3;
const STRING: Types = new Set(['string']);

/** What the schema asks of every property by its name: `propertyNames`, `patternProperties`, `additionalProperties`. */
export function keyChecks(scope: FunctionScope, spot: Spot, schema: SchemaObject): readonly Check[] {
  const { propertyNames, additionalProperties } = schema;
  const patterns = schemaMap(schema['patternProperties']).flatMap(([pattern, inner]) => {
    const regex = hoistedPattern(scope, `${spot.name} key`, pattern);
    return regex === undefined ? [] : [{ regex, inner }];
  });
  if (
    propertyNames === undefined &&
    patterns.length === 0 &&
    (additionalProperties === undefined || additionalProperties === true)
  )
    return [];
  const key = identifier(localName(scope, 'key'));
  const place = placeInside(scope, spot, key);
  const checks: Check[] = [];
  if (isJsonSchema(propertyNames))
    checks.push(
      ...schemaChecks(scope, { ...spot, value: () => key, place, name: `${spot.name} key` }, propertyNames, STRING),
    );
  const atKey = (inner: JsonSchema): readonly Check[] => valueAtKey(scope, { ...spot, place }, key, inner);
  for (const { regex, inner } of patterns) {
    const matching = atKey(inner);
    if (matching.length > 0) checks.push(...guarded(method(regex(), 'test', [key]), matching));
  }
  if (isJsonSchema(additionalProperties) && additionalProperties !== true) {
    const declared = schemaMap(schema['properties']).map(([name]) => name);
    const rest = atKey(additionalProperties);
    const tests =
      rest.length === 0
        ? []
        : [
            ...isNoneOf(scope, spot, key, declared),
            ...patterns.map(({ regex }) => not(method(regex(), 'test', [key]))),
          ];
    checks.push(
      ...(tests.length === 0
        ? rest
        : guarded(
            tests.reduce((all, test) => binary(all, '&&', test)),
            rest,
          )),
    );
  }
  if (checks.length === 0) return [];
  return [forOf(key.text, method(globalName('Object'), 'keys', [spot.value()]), written(checks))];
}

/** The checks of the property `key`; the value is bound to a name first. */
function valueAtKey(scope: FunctionScope, spot: Spot, key: ExpressionNode, schema: JsonSchema): readonly Check[] {
  const name = localName(scope, 'entry');
  const checks = schemaChecks(scope, { ...spot, value: () => identifier(name), name: `${spot.name} entry` }, schema);
  if (checks.length === 0 || schema === false) return checks;
  return [constant(name, element(spot.value(), key)), ...checks];
}

function isNoneOf(
  scope: FunctionScope,
  spot: Spot,
  key: ExpressionNode,
  names: readonly string[],
): readonly ExpressionNode[] {
  if (names.length <= MAX_COMPARED) return names.map((name) => binary(key, '!==', literal(name)));
  return [
    not(
      method(hoisted(scope, `${spot.name} keys`, construct(globalName('Set'), [array(names.map(literal))])), 'has', [
        key,
      ]),
    ),
  ];
}
