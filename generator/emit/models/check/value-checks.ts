import {
  array,
  binary,
  call,
  construct,
  globalName,
  keywordType,
  literal,
  method,
  not,
  referenceType,
  type ExpressionNode,
  type Literal,
} from '../../syntax/index.ts';
import { isOfType } from '../type/type-schema.ts';
import { branch, type Check } from './statement.ts';
import { hoisted, reports, runtime, type FunctionScope, type Spot } from './scope.ts';
import type { Types } from './schema-types.ts';

/** More values than this are looked up in a set. */
const MAX_COMPARED = 6;
/** More values than this are not listed in a message. */
const MAX_LISTED = 12;

/** `const` and `enum`. Only values of the `known` types can match, and TypeScript refuses to compare with others. */
export function valueChecks(
  scope: FunctionScope,
  spot: Spot,
  values: readonly unknown[],
  known: Types,
): readonly Check[] {
  const failure = reports(scope, spot, mustBeOneOf(values));
  const possible = values.filter(isLiteral).filter((value) => [...known].some((type) => isOfType(value, type)));
  return possible.length === 0 ? [failure] : [branch(noneOf(scope, spot, possible), [failure])];
}

/** A condition that holds where the value is none of `values`. */
export function noneOf(scope: FunctionScope, spot: Spot, values: readonly Literal[]): ExpressionNode {
  if (values.length > MAX_COMPARED && values.every(isPrimitive)) {
    const set = hoisted(
      scope,
      `${spot.name} values`,
      construct(globalName('Set'), [array(values.map(literal))]),
      referenceType('Set', [keywordType('unknown')]),
    );
    return not(method(set, 'has', [spot.value()]));
  }
  return values.map((value) => isNot(scope, spot, value)).reduce((all, test) => binary(all, '&&', test));
}

/** A condition that holds where the value is one of a few texts. */
export function isOneOf(spot: Spot, values: readonly string[]): ExpressionNode {
  return values
    .map((value) => binary(spot.value(), '===', literal(value)))
    .reduce((any, test) => binary(any, '||', test));
}

function isNot(scope: FunctionScope, spot: Spot, value: Literal): ExpressionNode {
  if (isPrimitive(value)) return binary(spot.value(), '!==', literal(value));
  return not(call(runtime(scope, 'deepEqual'), [spot.value(), hoisted(scope, `${spot.name} value`, literal(value))]));
}

function isPrimitive(value: unknown): value is string | number | boolean | null {
  return value === null || typeof value !== 'object';
}

/** Values of a schema come from JSON or YAML. */
export function isLiteral(value: unknown): value is Literal {
  if (Array.isArray(value)) return value.every(isLiteral);
  if (typeof value === 'object' && value !== null) return Object.values(value).every(isLiteral);
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}

function mustBeOneOf(values: readonly unknown[]): string {
  if (values.length === 0) return 'must not be here';
  if (values.length > MAX_LISTED) return `must be one of ${values.length} values`;
  const texts = values.map((value) => JSON.stringify(value));
  const last = texts.pop();
  return texts.length === 0 ? `must be ${last}` : `must be ${texts.join(', ')} or ${last}`;
}
