import type { Expression } from '../../expression/expression.ts';
import { array, identifier, spread, literal, template, binary, type ExpressionNode } from '../syntax/index.ts';
import { isMaybe } from './declared-shape.ts';
import { emitApply } from './emit-apply.ts';
import { emitCoalesce, emitConditional } from './emit-choice.ts';
import { emitCondition } from './emit-condition.ts';
import { emitGap, emitMapped } from './emit-call.ts';
import { emitEach } from './emit-each.ts';
import { emitObject } from './emit-object.ts';
import { emitPath } from './emit-path.ts';
import { hintsOf } from './hint.ts';
import { listOrEmpty } from './list-there.ts';
import { reference } from './reference.ts';
import type { Scope } from './scope.ts';

/**
 * The expression as code. What cannot be said in one expression becomes statements of the scope, before whatever the
 * caller is about to write; what repeats is bound there once.
 */
export function emitExpression(expression: Expression, scope: Scope): ExpressionNode {
  const known = scope.known(expression);
  if (known !== undefined) return known;
  const node = write(expression, scope);
  if (!scope.isRepeated(expression)) return node;
  const variable = scope.bind(hintsOf(expression), node);
  scope.remember(expression, variable);
  return variable;
}

function write(expression: Expression, scope: Scope): ExpressionNode {
  switch (expression.kind) {
    case 'name':
      return identifier(scope.resolve(expression.name));
    case 'field':
    case 'index':
      return emitPath(expression, scope);
    case 'literal':
      return literal(expression.value);
    case 'template':
      return template(expression.parts.map((part) => (typeof part === 'string' ? part : emitPart(part, scope))));
    case 'not':
    case 'present':
    case 'binary':
      return emitCondition(expression, scope);
    case 'conditional':
      return emitConditional(expression, scope);
    case 'coalesce':
      return emitCoalesce(expression, scope);
    case 'apply':
      return emitApply(expression, scope);
    case 'each':
      return emitEach(expression, scope);
    case 'mapped':
      return emitMapped(expression, scope);
    case 'gap':
      return emitGap(expression, scope);
    case 'object':
      return emitObject(expression, scope);
    case 'array':
      return array(
        expression.items.map((item, at) =>
          expression.spread?.includes(at) === true ? spread(listThere(item, scope)) : emitExpression(item, scope),
        ),
      );
  }
}

/** A list whose items are about to be taken; one that is missing has none. */
function listThere(list: Expression, scope: Scope): ExpressionNode {
  const node = list.type.shape.kind === 'any' ? reference(list, scope) : emitExpression(list, scope);
  return listOrEmpty(node, list.type);
}

/** A part of a text. The check stage asks for a value for when it is missing; nothing is the safe one. */
function emitPart(part: Expression, scope: Scope): ExpressionNode {
  const node = emitExpression(part, scope);
  return isMaybe(part.type) ? binary(node, '??', literal('')) : node;
}
