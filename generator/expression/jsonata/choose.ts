import { coalesce } from '../coalesce.ts';
import { pathOf } from '../condition.ts';
import type { Expression } from '../expression.ts';
import { unionTypes } from '../union-types.ts';

export function missing(): Expression {
  return { kind: 'literal', value: undefined, type: { shape: { kind: 'never' }, optional: true, nullable: false } };
}

/** One of two values by a condition. */
export function chooseExpression(test: Expression, then: Expression, otherwise: Expression): Expression {
  const path = test.kind === 'present' && !test.of.type.nullable ? pathOf(test.of) : undefined;
  // `a` where it is there, else `b`, is `a ?? b`.
  if (test.kind === 'present' && path !== undefined && path === pathOf(then)) return coalesce([test.of, otherwise]);
  const type =
    otherwise.type.shape.kind === 'never' && otherwise.kind === 'literal'
      ? { ...then.type, optional: true }
      : unionTypes([then.type, otherwise.type]);
  return { kind: 'conditional', test, then, else: otherwise, type };
}
