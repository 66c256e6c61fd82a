import {
  isJsonSchema,
  isSchemaObject,
  schemaList,
  type JsonSchema,
  type SchemaObject,
} from '../../../shape/json-schema.ts';
import {
  assign,
  binary,
  call,
  constant,
  element,
  forIndex,
  identifier,
  not,
  numberLiteral,
  property,
  variable,
  keywordType,
  type ExpressionNode,
  type StatementNode,
} from '../../syntax/index.ts';
import { valueTest } from './conditions.ts';
import { branch, guarded, written, type Check } from './statement.ts';
import { ALL_TYPES } from './schema-types.ts';
import { schemaChecks } from './schema-checks.ts';
import { localName, placeInside, reports, runtime, type FunctionScope, type Spot } from './scope.ts';

/** What the schema asks of a value that is a list. */
export function listChecks(scope: FunctionScope, spot: Spot, schema: SchemaObject): readonly Check[] {
  const checks: Check[] = [...sizeChecks(scope, spot, schema)];
  const prefix = schemaList(schema['prefixItems']);
  for (const [index, item] of prefix.entries()) checks.push(...elementChecks(scope, spot, item, index));
  const { items, contains } = schema;
  if (isJsonSchema(items)) checks.push(...itemsChecks(scope, spot, items, prefix.length));
  if (isJsonSchema(contains)) checks.push(...containsChecks(scope, spot, schema, contains));
  return checks;
}

function sizeChecks(scope: FunctionScope, spot: Spot, schema: SchemaObject): readonly Check[] {
  const checks: Check[] = [];
  const { minItems, maxItems, uniqueItems } = schema;
  const length = (): ExpressionNode => property(spot.value(), 'length');
  if (minItems === 1)
    checks.push(branch(binary(length(), '===', numberLiteral(0)), [reports(scope, spot, 'must not be empty')]));
  else if (typeof minItems === 'number' && minItems > 0)
    checks.push(
      branch(binary(length(), '<', numberLiteral(minItems)), [
        reports(scope, spot, `must have at least ${minItems} items`),
      ]),
    );
  if (typeof maxItems === 'number') checks.push(atMost(scope, spot, maxItems));
  if (uniqueItems === true)
    checks.push(
      branch(not(call(runtime(scope, 'uniqueItems'), [spot.value()])), [
        reports(scope, spot, 'must not hold the same item twice'),
      ]),
    );
  return checks;
}

function atMost(scope: FunctionScope, spot: Spot, limit: number): Check {
  const message = limit === 0 ? 'must be empty' : `must have at most ${limit} item${limit === 1 ? '' : 's'}`;
  return branch(binary(property(spot.value(), 'length'), '>', numberLiteral(limit)), [reports(scope, spot, message)]);
}

/** One element of a tuple. */
function elementChecks(scope: FunctionScope, spot: Spot, schema: JsonSchema, index: number): readonly Check[] {
  const name = localName(scope, `${spot.name} ${index}`);
  const inner = bound(name, element(spot.value(), index));
  const checks = schemaChecks(
    scope,
    { ...spot, value: inner.value, place: placeInside(scope, spot, numberLiteral(index)), name },
    schema,
  );
  if (checks.length === 0) return [];
  return guarded(binary(property(spot.value(), 'length'), '>', numberLiteral(index)), [...inner.declared(), ...checks]);
}

function itemsChecks(scope: FunctionScope, spot: Spot, schema: JsonSchema, start: number): readonly Check[] {
  if (schema === false) return [atMost(scope, spot, start)];
  // A function takes the place of each item; of the list itself it is made once.
  const passed =
    isSchemaObject(schema) &&
    (schema['$ref'] !== undefined || schema['properties'] !== undefined) &&
    spot.place !== scope.root;
  const place = passed ? localName(scope, 'place') : 'at';
  const { index, item, inner } = eachItem(scope, passed ? { ...spot, place: () => identifier(place) } : spot);
  const checks = schemaChecks(scope, inner, schema);
  if (checks.length === 0) return [];
  return [
    ...(passed ? [constant(place, spot.place())] : []),
    forIndex(index, start, spot.value(), [...item(), ...written(checks)]),
  ];
}

function containsChecks(
  scope: FunctionScope,
  spot: Spot,
  schema: SchemaObject,
  contains: JsonSchema,
): readonly Check[] {
  const least = typeof schema['minContains'] === 'number' ? schema['minContains'] : 1;
  const most = typeof schema['maxContains'] === 'number' ? schema['maxContains'] : undefined;
  const count = localName(scope, `${spot.name} matches`);
  const { index, item, inner } = eachItem(scope, spot);
  const counted = branch(valueTest(scope, inner, contains, ALL_TYPES), [
    assign(identifier(count), binary(identifier(count), '+', numberLiteral(1))),
  ]);
  const limits: Check[] = [];
  const has = (message: string): Check => reports(scope, spot, message);
  if (least > 0)
    limits.push(
      branch(binary(identifier(count), '<', numberLiteral(least)), [
        has(`must hold at least ${least} matching item${least === 1 ? '' : 's'}`),
      ]),
    );
  if (most !== undefined)
    limits.push(
      branch(binary(identifier(count), '>', numberLiteral(most)), [
        has(`must hold at most ${most} matching item${most === 1 ? '' : 's'}`),
      ]),
    );
  if (limits.length === 0) return [];
  return [
    variable(count, undefined, numberLiteral(0)),
    forIndex(index, 0, spot.value(), [...item(), ...written([counted])]),
    ...limits,
  ];
}

function eachItem(
  scope: FunctionScope,
  spot: Spot,
): { readonly index: string; readonly item: () => readonly StatementNode[]; readonly inner: Spot } {
  const index = localName(scope, 'index');
  const item = localName(scope, 'item');
  const { value, declared } = bound(item, element(spot.value(), identifier(index)));
  const inner = { ...spot, value, place: placeInside(scope, spot, identifier(index)), name: `${spot.name} item` };
  return { index, item: declared, inner };
}

/** A variable for an item, declared only where something reads it. Items that `Array.isArray` found are `any`: nothing may be assumed of them. */
function bound(
  name: string,
  value: ExpressionNode,
): { readonly value: () => ExpressionNode; readonly declared: () => readonly StatementNode[] } {
  let isRead = false;
  return {
    value: () => {
      isRead = true;
      return identifier(name);
    },
    declared: () => (isRead ? [constant(name, value, keywordType('unknown'))] : []),
  };
}
