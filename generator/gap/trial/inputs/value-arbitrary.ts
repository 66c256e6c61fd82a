import fc from 'fast-check';
import {
  isJsonSchema,
  isSchemaObject,
  schemaList,
  schemaMap,
  type JsonSchema,
  type SchemaObject,
} from '../../../shape/json-schema.ts';
import type { KnownValues } from './known-values.ts';
import { textArbitrary } from './text-arbitrary.ts';

/** Numbers where bodies stumble. None is so large that a sum or a product of a few overflows. */
const NUMBERS = [0, -0, 1, -1, 2, 10, 100, 0.5, -0.5, 0.1, 0.29, 1.005, 99.99, 1e-7, 2 ** 31, 2 ** 53 - 1, 1e21, -1e21];
const NAMES = ['', 'a', 'key', 'two words', 'é', '0', '__proto__', 'constructor', 'toString'];
/** References that are followed one inside the other; then what may be left out is. */
const DEEPEST = 4;

interface Scope {
  readonly root: JsonSchema;
  readonly known: KnownValues;
  readonly depth: number;
  readonly memo: Map<string, fc.Arbitrary<unknown>>;
}

/**
 * Values of a JSON Schema as gaps have it (2020-12, references to its own `$defs`), leaning to the edges. Not every value is
 * valid: what only few schemas say (`not`, `if`, `multipleOf`, `allOf` of other than objects) is left to a filter.
 */
export function valueArbitrary(schema: JsonSchema, known: KnownValues): fc.Arbitrary<unknown> {
  // Its own bias is towards the first of each list, and the shortest: here the weights decide.
  return fc.noBias(arbitrary(schema, { root: schema, known, depth: 0, memo: new Map() }));
}

function arbitrary(schema: JsonSchema, scope: Scope): fc.Arbitrary<unknown> {
  if (!isSchemaObject(schema)) return anything(scope.known);
  const { $ref: ref, const: constant, enum: choice } = schema;
  if (typeof ref === 'string') return referred(ref, scope);
  if (constant !== undefined) return fc.constant(constant);
  if (Array.isArray(choice) && choice.length > 0) return fc.constantFrom<unknown>(...choice);
  const { oneOf, anyOf, allOf, ...own } = schema;
  const choices = [...schemaList(oneOf), ...schemaList(anyOf)];
  const base = Object.keys(own).some((keyword) => !ANNOTATIONS.has(keyword)) ? byType(own, scope) : undefined;
  const parts = [
    ...(base === undefined ? [] : [base]),
    ...schemaList(allOf).map((one) => arbitrary(one, scope)),
    ...(choices.length === 0 ? [] : [fc.oneof(...choices.map((one) => arbitrary(one, scope)))]),
  ];
  const [first, ...others] = parts;
  if (first === undefined) return anything(scope.known);
  return others.length === 0 ? first : fc.tuple(first, ...others).map(merged);
}

const ANNOTATIONS = new Set([
  '$defs',
  '$schema',
  '$id',
  'title',
  'description',
  'default',
  'examples',
  'deprecated',
  'readOnly',
  'writeOnly',
]);

function byType(schema: SchemaObject, scope: Scope): fc.Arbitrary<unknown> {
  const types = typesOf(schema);
  return fc.oneof(...types.map((type) => ofType(type, schema, scope)));
}

function typesOf({ type, properties, items, additionalProperties }: SchemaObject): readonly string[] {
  if (typeof type === 'string') return [type];
  if (Array.isArray(type)) return type.filter((one) => typeof one === 'string');
  if (properties !== undefined || additionalProperties !== undefined) return ['object'];
  return items === undefined ? ['any'] : ['array'];
}

function ofType(type: string, schema: SchemaObject, scope: Scope): fc.Arbitrary<unknown> {
  switch (type) {
    case 'null':
      return fc.constant(null);
    case 'boolean':
      return fc.boolean();
    case 'string':
      return textArbitrary(schema, scope.known);
    case 'integer':
    case 'number':
      return numberArbitrary(schema, type === 'integer', scope.known);
    case 'array':
      return listArbitrary(schema, scope);
    case 'object':
      return objectArbitrary(schema, scope);
    default:
      return anything(scope.known);
  }
}

function referred(ref: string, scope: Scope): fc.Arbitrary<unknown> {
  const key = `${scope.depth}${ref}`;
  const known = scope.memo.get(key);
  if (known !== undefined) return known;
  const target = ref === '#' ? scope.root : definition(scope.root, ref);
  // In reach of the deepest, an endless schema has no value left but a wrong one, which the filter drops.
  const made = scope.depth > 2 * DEEPEST ? fc.constant(null) : arbitrary(target, { ...scope, depth: scope.depth + 1 });
  scope.memo.set(key, made);
  return made;
}

function definition(root: JsonSchema, ref: string): JsonSchema {
  const [, name = ''] = /^#\/\$defs\/([^/]+)$/.exec(ref) ?? [];
  const all = isSchemaObject(root) ? schemaMap(root['$defs']) : [];
  return all.find(([one]) => one === decodeURIComponent(name).replaceAll('~1', '/').replaceAll('~0', '~'))?.[1] ?? true;
}

function numberArbitrary(schema: SchemaObject, isInteger: boolean, known: KnownValues): fc.Arbitrary<unknown> {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = schema;
  const bounds = [minimum, maximum, exclusiveMinimum, exclusiveMaximum].filter((one) => typeof one === 'number');
  const step = typeof multipleOf === 'number' ? multipleOf : isInteger ? 1 : 0.01;
  const [least, most] = [
    numberOr(minimum, numberOr(exclusiveMinimum, -Infinity)),
    numberOr(maximum, numberOr(exclusiveMaximum, Infinity)),
  ];
  const low = Math.max(least, Math.min(-1e9, most));
  const high = Math.max(low, Math.min(most, 1e9));
  const edges = [...NUMBERS, ...bounds.flatMap((one) => [one, one - step, one + step]), ...known.numbers].filter(
    (one) => one >= least && one <= most && (!isInteger || Number.isSafeInteger(one)),
  );
  const onSteps = (value: number): number => {
    const rounded = Math.round(value / step) * step;
    return Math.min(high, Math.max(low, isInteger ? rounded : Number(rounded.toFixed(6))));
  };
  return fc.oneof(
    ...(edges.length === 0 ? [] : [{ arbitrary: fc.constantFrom(...edges), weight: 3 }]),
    // Small ones, such as people have to do with, and any.
    { arbitrary: fc.integer({ min: -2_000, max: 200_000 }).map((one) => onSteps(one / 100)), weight: 2 },
    { arbitrary: fc.integer({ min: 0, max: 1e6 }).map((one) => onSteps(low + (high - low) * (one / 1e6))), weight: 1 },
  );
}

function numberOr(value: unknown, other: number): number {
  return typeof value === 'number' ? value : other;
}

function listArbitrary(schema: SchemaObject, scope: Scope): fc.Arbitrary<unknown> {
  const { items, minItems, maxItems } = schema;
  const least = typeof minItems === 'number' ? minItems : 0;
  const most = Math.max(least, typeof maxItems === 'number' ? maxItems : 50);
  const item = isJsonSchema(items) ? arbitrary(items, scope) : anything(scope.known);
  const first = schemaList(schema['prefixItems']).map((one) => arbitrary(one, scope));
  const usual = Math.min(most, scope.depth > DEEPEST ? least : Math.max(least, 4));
  const rest = fc.oneof(
    { arbitrary: fc.array(item, { minLength: least, maxLength: usual }), weight: 8 },
    ...(scope.depth > 1
      ? []
      : [{ arbitrary: fc.array(item, { minLength: least, maxLength: most, size: 'max' as const }), weight: 1 }]),
  );
  return first.length === 0
    ? rest
    : fc.tuple(fc.tuple(...first), items === false ? fc.constant([]) : rest).map((both) => both.flat());
}

function objectArbitrary(schema: SchemaObject, scope: Scope): fc.Arbitrary<unknown> {
  const { required, additionalProperties } = schema;
  const names = Array.isArray(required) ? required.filter((name) => typeof name === 'string') : [];
  const fields = schemaMap(schema['properties']).map(([name, one]) => {
    const value = arbitrary(one, scope).map((inner): Entries => [[name, inner]]);
    if (names.includes(name)) return value;
    return scope.depth > DEEPEST
      ? fc.constant<Entries>([])
      : fc.oneof({ arbitrary: value, weight: 3 }, fc.constant<Entries>([]));
  });
  const name = fc.constantFrom(...NAMES, ...scope.known.texts);
  const more = isSchemaObject(additionalProperties)
    ? fc.array(fc.tuple(name, arbitrary(additionalProperties, scope)), { maxLength: scope.depth > DEEPEST ? 0 : 6 })
    : fc.constant<Entries>([]);
  return fc
    .tuple(fc.tuple(...fields), more)
    .map(([own, others]) => Object.fromEntries<unknown>([...others, ...own.flat()]));
}

type Entries = (readonly [string, unknown])[];

/** Of several that a value has to be at once: objects together, else the last. */
function merged(values: readonly unknown[]): unknown {
  return values.every(isSchemaObject) ? Object.assign({}, ...values) : values.at(-1);
}

function anything(known: KnownValues): fc.Arbitrary<unknown> {
  return fc.constantFrom<unknown>(
    null,
    true,
    false,
    0,
    -1.5,
    '',
    'a',
    [],
    {},
    [1, 'a'],
    { a: { b: 1 } },
    ...known.texts.slice(0, 5),
  );
}
