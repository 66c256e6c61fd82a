import { binary, call, method, not, numberLiteral, property, stringLiteral } from '../../syntax/index.ts';
import type { SchemaObject } from '../../../shape/json-schema.ts';
import { FORMATS } from '../../../shape/formats.ts';
import { branch, type Check } from './statement.ts';
import { hoistedPattern, reports, runtime, type FunctionScope, type Spot } from './scope.ts';

/** What the schema asks of a value that is a string. Lengths count code points: a text has never more of them than units. */
export function textChecks(scope: FunctionScope, spot: Spot, schema: SchemaObject): readonly Check[] {
  const checks: Check[] = [];
  const { minLength, maxLength, pattern, format } = schema;
  const length = (): ReturnType<typeof call> => call(runtime(scope, 'codePointLength'), [spot.value()]);
  if (minLength === 1)
    checks.push(branch(binary(spot.value(), '===', stringLiteral('')), [reports(scope, spot, 'must not be empty')]));
  else if (typeof minLength === 'number' && minLength > 0) {
    checks.push(
      branch(binary(length(), '<', numberLiteral(minLength)), [
        reports(scope, spot, `must have at least ${minLength} characters`),
      ]),
    );
  }
  if (typeof maxLength === 'number') {
    const tooLong = binary(
      binary(property(spot.value(), 'length'), '>', numberLiteral(maxLength)),
      '&&',
      binary(length(), '>', numberLiteral(maxLength)),
    );
    checks.push(
      branch(tooLong, [reports(scope, spot, `must have at most ${maxLength} character${maxLength === 1 ? '' : 's'}`)]),
    );
  }
  const regex = typeof pattern === 'string' ? hoistedPattern(scope, spot.name, pattern) : undefined;
  if (regex !== undefined)
    checks.push(
      branch(not(method(regex(), 'test', [spot.value()])), [
        reports(scope, spot, `must match the pattern ${String(pattern)}`),
      ]),
    );
  const known = typeof format === 'string' ? FORMATS.get(format) : undefined;
  if (known !== undefined)
    checks.push(
      branch(not(call(runtime(scope, known[0]), [spot.value()])), [reports(scope, spot, `must be ${known[1]}`)]),
    );
  return checks;
}
