import type { Expression } from '../../expression/expression.ts';
import { emitExpression, isMaybe, namesIn, Scope, type EmitContext } from '../expressions/index.ts';
import * as s from '../syntax/index.ts';
import { rewrite } from '../workflows/index.ts';

/** What the function has to return: text, text or nothing, or the value as it is. */
type Returns = 'text' | 'textIfAny' | 'any';

/** `(order, delivery) => …`, with no more parameters than the expression reads. */
export function triggerFunction(
  given: Expression,
  names: readonly [string, string],
  returns: Returns,
  context: EmitContext,
): s.ExpressionNode {
  const expression = returns === 'text' ? withoutTemplate(given) : given;
  const scope = Scope.of(context);
  const read = namesIn(expression);
  const [first, second] = names.map((name) => (read.has(name) ? scope.declare(name) : `_${scope.unique(name)}`));
  const value = emitExpression(withPlainHeaders(expression), scope);
  const result = asReturned(value, expression, returns);
  const [firstName, secondName] = names;
  const parameters = [first, second].filter(
    (name, at) => name !== undefined && (at === 0 ? read.has(firstName) || read.has(secondName) : read.has(secondName)),
  );
  const body = scope.statements.length === 0 ? result : [...scope.statements, s.returnValue(result)];
  return s.arrow(
    parameters.flatMap((name) => (name === undefined ? [] : [name])),
    body,
  );
}

function asReturned(value: s.ExpressionNode, { type }: Expression, returns: Returns): s.ExpressionNode {
  const isText = type.shape.kind === 'string';
  if (returns === 'any') return value;
  const certain = isMaybe(type) ? s.binary(value, '??', s.literal('')) : value;
  if (returns === 'text') return isText ? certain : s.template([certain]);
  if (isText) return type.nullable ? s.binary(value, '??', s.undefinedValue()) : value;
  return isMaybe(type) ? s.method(value, 'toString', [], { optional: true }) : s.call(s.globalName('String'), [value]);
}

/** A template that is nothing but one value, as the value. */
function withoutTemplate(expression: Expression): Expression {
  if (expression.kind !== 'template') return expression;
  const [only, ...others] = expression.parts;
  return only === undefined || typeof only === 'string' || others.length > 0 ? expression : only;
}

/** `delivery.headers["X-Shop"]` by the name that the runtime hands the header on under: in lower case. */
function withPlainHeaders(expression: Expression): Expression {
  return rewrite(expression, (part) => {
    if (part.kind !== 'field' || part.of.kind !== 'field' || part.of.field !== 'headers') return undefined;
    const { of } = part.of;
    return of.kind === 'name' && of.name === 'delivery' ? { ...part, field: part.field.toLowerCase() } : undefined;
  });
}
