import { isMaybe, present } from '../shape/type-of-shape.ts';
import { ofKind } from './operations/kinds.ts';
import type { ShapeTable } from '../shape/shape.ts';
import type { Type } from '../shape/type.ts';
import type { Expression } from './expression.ts';
import { withNarrowed, type Scope } from './scope.ts';
import { BOOLEAN } from './types.ts';

/**
 * A value read as a condition: a boolean counts by its value, anything else counts as present. So an empty text
 * and 0 are present, which `if (x)` in TypeScript would deny.
 */
export function asCondition(expression: Expression): Expression {
  if (expression.type.shape.kind !== 'boolean') return isThere(expression);
  if (!isMaybe(expression.type)) return expression;
  return {
    kind: 'binary',
    op: '===',
    left: expression,
    right: { kind: 'literal', value: true, type: present(BOOLEAN) },
    type: BOOLEAN,
  };
}

/** Whether a value is there. What holds something is there, too: `nonEmpty(email)` shows `email` as a test of `email` does. */
export function isThere(value: Expression): Expression {
  if (value.kind !== 'apply' || value.op.op !== 'nonEmpty' || !isMaybe(value.of.type) || pathOf(value.of) === undefined)
    return { kind: 'present', of: value, type: BOOLEAN };
  const held: Expression = { ...value, of: { ...value.of, type: present(value.of.type) } };
  return {
    kind: 'binary',
    op: '&&',
    left: { kind: 'present', of: value.of, type: BOOLEAN },
    right: { kind: 'present', of: held, type: BOOLEAN },
    type: BOOLEAN,
  };
}

export function not(expression: Expression): Expression {
  return expression.kind === 'not' ? expression.of : { kind: 'not', of: expression, type: BOOLEAN };
}

/** A value of which a condition tells something, and what its type is then. */
export interface Shown {
  readonly of: Expression;
  readonly narrow: (type: Type) => Type;
}

/** What is known of values where the condition holds (or, with `holds: false`, where it does not): that they are present, or of a kind. */
export function shown(condition: Expression, holds: boolean, shapes: ShapeTable): readonly Shown[] {
  if (condition.kind === 'apply' && condition.op.op === 'is') {
    const { kind } = condition.op;
    return [{ of: condition.of, narrow: (type) => ofKind(type, kind, holds, shapes) }];
  }
  if (condition.kind === 'not') return shown(condition.of, !holds, shapes);
  if (condition.kind === 'binary' && condition.op === (holds ? '&&' : '||'))
    return [...shown(condition.left, holds, shapes), ...shown(condition.right, holds, shapes)];
  return shownPresent(condition, holds).map((of) => ({ of, narrow: present }));
}

/** The paths that are known to be present where the condition holds (or, with `holds: false`, where it does not). */
export function shownPresent(condition: Expression, holds = true): readonly Expression[] {
  if (condition.kind === 'present') return holds ? [condition.of] : [];
  if (condition.kind === 'not') return shownPresent(condition.of, !holds);
  if (condition.kind === 'binary' && condition.op === (holds ? '&&' : '||'))
    return [...shownPresent(condition.left, holds), ...shownPresent(condition.right, holds)];
  return [];
}

/**
 * The scope within one expression where the condition holds (or does not). TypeScript itself knows there what was shown:
 * the path stays, only its type is certain.
 */
export function narrowedWhere(condition: Expression, holds: boolean, scope: Scope, shapes: ShapeTable): Scope {
  return shown(condition, holds, shapes).reduce((inner, { of, narrow }) => {
    const path = pathOf(of);
    if (path === undefined) return inner;
    const known = inner.narrowed.get(path) ?? of;
    return withNarrowed(inner, path, { ...of, type: narrow(known.type) });
  }, scope);
}

/** The text of a plain path (`order.customer.email`), by which guards and reads recognise each other. */
export function pathOf(expression: Expression): string | undefined {
  if (expression.kind === 'name') return expression.name;
  if (expression.kind !== 'field' && expression.kind !== 'index') return undefined;
  const owner = pathOf(expression.of);
  if (owner === undefined) return undefined;
  return expression.kind === 'field'
    ? `${owner}.${JSON.stringify(expression.field)}`
    : `${owner}[${String(expression.index)}]`;
}
