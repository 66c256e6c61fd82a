import type { Expression } from './expression.ts';
import { isFailed } from '../shape/shape.ts';
import { isMaybe } from '../shape/type-of-shape.ts';

/** What a condition comes to whatever the data; undefined where it depends on that. Code after a foregone conclusion would be dead. */
export function constantCondition(condition: Expression): boolean | undefined {
  switch (condition.kind) {
    case 'literal':
      return typeof condition.value === 'boolean' ? condition.value : undefined;
    case 'present': {
      const { type } = condition.of;
      if (type.shape.kind === 'null' || type.shape.kind === 'never') return false;
      return isMaybe(type) || isFailed(type.shape) ? undefined : true;
    }
    case 'not': {
      const of = constantCondition(condition.of);
      return of === undefined ? undefined : !of;
    }
    case 'binary': {
      if (condition.op !== '&&' && condition.op !== '||') return undefined;
      const [left, right] = [constantCondition(condition.left), constantCondition(condition.right)];
      const decides = condition.op === '||';
      if (left === decides || right === decides) return decides;
      return left === undefined || right === undefined ? undefined : !decides;
    }
    default:
      return undefined;
  }
}
