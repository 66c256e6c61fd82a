import type { SchemaObject } from '../../../shape/json-schema.ts';
import { binary, call, globalName, method, not, numberLiteral, type Operator } from '../../syntax/index.ts';
import { branch, type Check } from './statement.ts';
import { reports, runtime, type FunctionScope, type Spot } from './scope.ts';

/** A limit by its keyword: what breaks it, and what the message says. */
const LIMITS: readonly (readonly [keyword: string, breaks: Operator, message: string])[] = [
  ['minimum', '<', 'must be at least'],
  ['maximum', '>', 'must be at most'],
  ['exclusiveMinimum', '<=', 'must be more than'],
  ['exclusiveMaximum', '>=', 'must be less than'],
];

/** What the schema asks of a value that is a number. */
export function numberChecks(
  scope: FunctionScope,
  spot: Spot,
  schema: SchemaObject,
  integer: boolean,
): readonly Check[] {
  const checks: Check[] = [];
  if (integer) {
    const message = call(runtime(scope, 'notAnInteger'), [spot.value()]);
    checks.push(
      branch(not(method(globalName('Number'), 'isSafeInteger', [spot.value()])), [reports(scope, spot, message)]),
    );
  }
  for (const [keyword, breaks, message] of LIMITS) {
    const limit = schema[keyword];
    if (typeof limit === 'number')
      checks.push(
        branch(binary(spot.value(), breaks, numberLiteral(limit)), [reports(scope, spot, `${message} ${limit}`)]),
      );
  }
  const { multipleOf } = schema;
  if (typeof multipleOf === 'number') {
    const multiple = call(runtime(scope, 'isMultipleOf'), [spot.value(), numberLiteral(multipleOf)]);
    checks.push(branch(not(multiple), [reports(scope, spot, `must be a multiple of ${multipleOf}`)]));
  }
  return checks;
}
