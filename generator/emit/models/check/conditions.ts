import type { JsonSchema } from '../../../shape/json-schema.ts';
import {
  array,
  binary,
  booleanLiteral,
  call,
  globalName,
  literal,
  method,
  type ExpressionNode,
} from '../../syntax/index.ts';
import { isOfType } from '../type/type-schema.ts';
import { partFunction } from './check-function.ts';
import { allowedValues, declaredTypes } from './schema-checks.ts';
import { referred, type FunctionScope, type Spot } from './scope.ts';
import { intersection, type Types } from './schema-types.ts';
import { typeTest } from './type-test.ts';
import { isLiteral } from './value-checks.ts';

const ANNOTATIONS = new Set([
  'title',
  'description',
  'examples',
  'default',
  'deprecated',
  'readOnly',
  'writeOnly',
  '$comment',
  '$defs',
  'definitions',
]);

/** Whether the value fits `schema`, as a condition; what does not fit is not reported. */
export function valueTest(scope: FunctionScope, spot: Spot, schema: JsonSchema, known: Types): ExpressionNode {
  return simpleTest(scope, spot, schema, known) ?? functionTest(scope, spot, schema, array([]));
}

/** The same by a call; what is wrong goes to `issues`. */
export function functionTest(
  scope: FunctionScope,
  spot: Spot,
  schema: JsonSchema,
  issues: ExpressionNode,
): ExpressionNode {
  const ref = onlyKeyword(schema, '$ref');
  const check =
    typeof ref === 'string'
      ? scope.file.imports.use(referred(scope.file, ref).check)
      : partFunction(scope, spot.name, schema);
  return call(check, [spot.value(), spot.place(), issues]);
}

/** The condition where it is short: a type, or a choice of a few plain values. */
export function simpleTest(
  scope: FunctionScope,
  spot: Spot,
  schema: JsonSchema,
  known: Types,
): ExpressionNode | undefined {
  if (typeof schema === 'boolean') return booleanLiteral(schema);
  const type = onlyKeyword(schema, 'type');
  if (type === 'integer')
    return known.has('number') ? method(globalName('Number'), 'isSafeInteger', [spot.value()]) : booleanLiteral(false);
  if (typeof type === 'string' || (Array.isArray(type) && (!type.includes('integer') || type.includes('number')))) {
    const possible = intersection(declaredTypes(schema), known);
    return possible.size === 0 ? booleanLiteral(false) : typeTest(scope, spot.value(), possible, false);
  }
  if (onlyKeyword(schema, 'const') === undefined && onlyKeyword(schema, 'enum') === undefined) return undefined;
  const values = allowedValues(schema)?.filter(isLiteral) ?? [];
  if (values.length > 4 || values.some((value) => typeof value === 'object' && value !== null)) return undefined;
  const possible = values.filter((value) => [...known].some((one) => isOfType(value, one)));
  const tests = possible.map((value) => binary(spot.value(), '===', literal(value)));
  return tests.length === 0 ? booleanLiteral(false) : tests.reduce((any, test) => binary(any, '||', test));
}

/** The value of `keyword` where it is all that the schema says. */
function onlyKeyword(schema: JsonSchema, keyword: string): unknown {
  if (typeof schema === 'boolean') return undefined;
  const keywords = Object.keys(schema).filter((one) => !ANNOTATIONS.has(one));
  return keywords.length === 1 && keywords[0] === keyword ? schema[keyword] : undefined;
}
