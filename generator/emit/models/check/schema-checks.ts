import {
  isJsonSchema,
  isSchemaObject,
  schemaList,
  type JsonSchema,
  type SchemaObject,
} from '../../../shape/json-schema.ts';
import { binary, call, nullLiteral, perform, type ExpressionNode } from '../../syntax/index.ts';
import { isOfType, typeNames } from '../type/type-schema.ts';
import { alternativeChecks } from './alternatives.ts';
import { valueTest } from './conditions.ts';
import { partFunction } from './check-function.ts';
import { listChecks } from './list-checks.ts';
import { numberChecks } from './number-checks.ts';
import { objectChecks } from './object-checks.ts';
import { referred, reports, type FunctionScope, type Spot } from './scope.ts';
import { ALL_TYPES, intersection, JSON_TYPES, jsonType, type JsonType, type Types } from './schema-types.ts';
import { branch, guarded, type Check } from './statement.ts';
import { textChecks } from './text-checks.ts';
import { mustBe, typeTest } from './type-test.ts';
import { valueChecks } from './value-checks.ts';

/**
 * Statements that report all that is wrong with the value at `spot`. `known`: the types that TypeScript knows the value to
 * have there. An object with properties of its own is checked by a function of its own.
 */
export function schemaChecks(
  scope: FunctionScope,
  spot: Spot,
  schema: JsonSchema,
  known: Types = ALL_TYPES,
): readonly Check[] {
  if (!isSchemaObject(schema) || !isObjectWithProperties(schema)) return inlineChecks(scope, spot, schema, known);
  const types = declaredTypes(schema);
  const checked = perform(
    call(partFunction(scope, spot.name, withoutNull(schema)), [spot.value(), spot.place(), spot.issues]),
  );
  return types.has('null') && known.has('null')
    ? guarded(binary(spot.value(), '!==', nullLiteral()), [checked])
    : [checked];
}

function isObjectWithProperties(schema: SchemaObject): boolean {
  if (
    !isSchemaObject(schema['properties']) ||
    Object.keys(schema['properties']).length === 0 ||
    schema['enum'] !== undefined
  )
    return false;
  const types = declaredTypes(schema);
  return types.has('object') && [...types].every((type) => type === 'object' || type === 'null');
}

function withoutNull(schema: SchemaObject): SchemaObject {
  return { ...schema, type: 'object' };
}

/** The same, without a function of its own. */
export function inlineChecks(scope: FunctionScope, spot: Spot, schema: JsonSchema, known: Types): readonly Check[] {
  if (schema === true) return [];
  if (schema === false) return [reports(scope, spot, 'must not be here')];
  const declared = declaredTypes(schema);
  const possible = intersection(known, declared);
  if (possible.size === 0) return [reports(scope, spot, mustBe(declared))];
  const values = allowedValues(schema);
  if (values !== undefined)
    return [
      ...refChecks(scope, spot, schema),
      ...valueChecks(scope, spot, values, possible),
      ...anyTypeChecks(scope, spot, schema, known),
    ];
  if (possible.size === known.size)
    return [...refChecks(scope, spot, schema), ...anyTypeChecks(scope, spot, schema, known)];
  const wrong = reports(scope, spot, mustBe(declared));
  if (possible.size === 1) {
    const inner = [...refChecks(scope, spot, schema), ...anyTypeChecks(scope, spot, schema, possible)];
    return [branch(typeTest(scope, spot.value(), possible, true), [wrong], inner)];
  }
  return [
    ...refChecks(scope, spot, schema),
    ...byType(scope, spot, schema, possible, wrong),
    ...compositionChecks(scope, spot, schema, known),
  ];
}

/** The types that `type` names; all where there is none. */
export function declaredTypes(schema: SchemaObject): Types {
  return schema['type'] === undefined ? ALL_TYPES : new Set(typeNames(schema).flatMap((name) => jsonType(name) ?? []));
}

/** The values of `const` and `enum` that `type` allows too. */
export function allowedValues(schema: SchemaObject): readonly unknown[] | undefined {
  const { enum: choice } = schema;
  const values: readonly unknown[] | undefined =
    'const' in schema ? [schema['const']] : Array.isArray(choice) ? choice : undefined;
  const types = typeNames(schema);
  return types.length === 0 ? values : values?.filter((value) => types.some((type) => isOfType(value, type)));
}

function refChecks({ file }: FunctionScope, spot: Spot, { $ref: ref }: SchemaObject): readonly Check[] {
  if (typeof ref !== 'string') return [];
  return [perform(call(file.imports.use(referred(file, ref).check), [spot.value(), spot.place(), spot.issues]))];
}

/** What the schema asks of each type, whatever its `type` says. */
function anyTypeChecks(scope: FunctionScope, spot: Spot, schema: SchemaObject, known: Types): readonly Check[] {
  return [...byType(scope, spot, schema, known, undefined), ...compositionChecks(scope, spot, schema, known)];
}

/** One branch for each type of which something is asked; `wrong` is said of a value that has none of `types`. */
function byType(
  scope: FunctionScope,
  spot: Spot,
  schema: SchemaObject,
  types: Types,
  wrong: Check | undefined,
): readonly Check[] {
  const branches: { readonly types: Types; readonly checks: readonly Check[] }[] = [];
  for (const type of JSON_TYPES.filter((one) => types.has(one))) {
    const checks = checksOfType(scope, spot, schema, type);
    if (checks.length > 0) branches.push({ types: new Set([type]), checks });
  }
  if (branches.length === 0 && wrong === undefined) return [];
  return types.size === 1
    ? branches.flatMap(({ checks }) => checks)
    : chain(scope, spot.value(), branches, types, wrong);
}

/** `if (string) … else if (list) … else if (not of any other type) wrong` */
export function chain(
  scope: FunctionScope,
  value: ExpressionNode,
  branches: readonly { readonly types: Types; readonly checks: readonly Check[] }[],
  types: Types,
  wrong: Check | undefined,
): readonly Check[] {
  const tested = new Set(branches.flatMap((one) => [...one.types]));
  const free: Types = new Set([...types].filter((type) => !tested.has(type)));
  const last: readonly Check[] =
    wrong === undefined ? [] : free.size === 0 ? [wrong] : [branch(typeTest(scope, value, free, true), [wrong])];
  return branches.reduceRight(
    (otherwise, one) => [branch(typeTest(scope, value, one.types, false), one.checks, otherwise)],
    last,
  );
}

function checksOfType(scope: FunctionScope, spot: Spot, schema: SchemaObject, type: JsonType): readonly Check[] {
  switch (type) {
    case 'string':
      return textChecks(scope, spot, schema);
    case 'number': {
      const types = typeNames(schema);
      return numberChecks(scope, spot, schema, types.includes('integer') && !types.includes('number'));
    }
    case 'array':
      return listChecks(scope, spot, schema);
    case 'object':
      return objectChecks(scope, spot, schema);
    default:
      return [];
  }
}

/** `allOf`, `anyOf`, `oneOf`, `not`, `if`. */
function compositionChecks(scope: FunctionScope, spot: Spot, schema: SchemaObject, known: Types): readonly Check[] {
  const checks: Check[] = schemaList(schema['allOf']).flatMap((member) => inlineChecks(scope, spot, member, known));
  for (const keyword of ['anyOf', 'oneOf'] as const) {
    const alternatives = schemaList(schema[keyword]);
    if (alternatives.length > 0) checks.push(...alternativeChecks(scope, spot, alternatives, known, keyword));
  }
  return [...checks, ...notChecks(scope, spot, schema, known), ...conditionChecks(scope, spot, schema, known)];
}

function notChecks(scope: FunctionScope, spot: Spot, { not: excluded }: SchemaObject, known: Types): readonly Check[] {
  if (!isSchemaObject(excluded)) return [];
  return [
    branch(valueTest(scope, { ...spot, name: `${spot.name} not` }, excluded, known), [
      reports(scope, spot, 'must not be of the form that is ruled out here'),
    ]),
  ];
}

/** `if`, `then`, `else`; the branches are functions of their own, since the condition narrows the value's type. */
function conditionChecks(scope: FunctionScope, spot: Spot, schema: SchemaObject, known: Types): readonly Check[] {
  const condition = schema['if'];
  if (!isSchemaObject(condition)) return [];
  const [then = [], otherwise = []] = ['then', 'else'].map((keyword) => {
    const part = schema[keyword];
    if (!isJsonSchema(part) || part === true) return [];
    return [
      perform(call(partFunction(scope, `${spot.name} ${keyword}`, part), [spot.value(), spot.place(), spot.issues])),
    ];
  });
  if (then.length === 0 && otherwise.length === 0) return [];
  return [branch(valueTest(scope, { ...spot, name: `${spot.name} if` }, condition, known), then, otherwise)];
}
