import type { Type } from '../../shape/type.ts';
import {
  array,
  call,
  conditional,
  binary,
  globalName,
  isPresent,
  property,
  type ExpressionNode,
} from '../syntax/index.ts';
import { isMaybe } from './declared-shape.ts';

/** Whether there is a list to go through; of what could be anything, whether it is a list. */
export function isListThere(list: ExpressionNode, type: Type): ExpressionNode {
  return type.shape.kind === 'any' ? call(property(globalName('Array'), 'isArray'), [list]) : isPresent(list, type);
}

/** The list, or an empty one where there is none. `list` may be written twice. */
export function listOrEmpty(list: ExpressionNode, type: Type): ExpressionNode {
  if (type.shape.kind === 'any') return conditional(isListThere(list, type), list, array([]));
  return isMaybe(type) ? binary(list, '??', array([])) : list;
}
