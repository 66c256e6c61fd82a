import { binary, globalName, call, method, not, nullLiteral, stringLiteral, typeofValue } from '../../syntax/index.ts';
import type { ExpressionNode } from '../../syntax/index.ts';
import { runtime, type FunctionScope } from './scope.ts';
import { JSON_TYPES, type JsonType, type Types } from './schema-types.ts';

/** A condition that holds where `value` is of one of `types` (or of none of them, where `negated`). */
export function typeTest(scope: FunctionScope, value: ExpressionNode, types: Types, negated: boolean): ExpressionNode {
  const tests = JSON_TYPES.filter((type) => types.has(type)).map((type) => single(scope, value, type, negated));
  return tests.reduce((all, test) => binary(all, negated ? '&&' : '||', test));
}

function single(scope: FunctionScope, value: ExpressionNode, type: JsonType, negated: boolean): ExpressionNode {
  const negatable = (test: ExpressionNode): ExpressionNode => (negated ? not(test) : test);
  switch (type) {
    case 'null':
      return binary(value, negated ? '!==' : '===', nullLiteral());
    case 'array':
      return negatable(method(globalName('Array'), 'isArray', [value]));
    case 'object':
      return negatable(call(runtime(scope, 'isPlainObject'), [value]));
    default:
      return binary(typeofValue(value), negated ? '!==' : '===', stringLiteral(type));
  }
}

const NOUNS: Readonly<Record<JsonType, string>> = {
  null: 'null',
  boolean: 'true or false',
  number: 'a number',
  string: 'a string',
  array: 'an array',
  object: 'an object',
};

/** `must be a text or null` */
export function mustBe(types: Types): string {
  const nouns = JSON_TYPES.filter((type) => types.has(type) && type !== 'null').map((type) => NOUNS[type]);
  if (types.has('null')) nouns.push(NOUNS.null);
  return nouns.length === 0 ? 'must not be here' : `must be ${nouns.join(' or ')}`;
}
