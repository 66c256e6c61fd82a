import { narrowedWhere, pathOf } from '../condition.ts';
import { constantCondition } from '../constant-condition.ts';
import type { Expression } from '../expression.ts';
import { withNarrowed, type Scope } from '../scope.ts';
import { chooseExpression, missing } from './choose.ts';
import { compile } from './compile.ts';
import type { Node } from './node.ts';
import { refuse } from './refusal.ts';
import { truth } from './truth.ts';
import { isList, one, sequence, type Here, type Value } from './value.ts';

/** What `$exists` has shown to be there, though it may be null. */
function defined(test: Expression, holds: boolean, scope: Scope): Scope {
  const shown =
    holds && test.kind === 'apply' && test.op.op === 'jsonata' && test.op.fn === 'isDefined' ? test.of : undefined;
  const path = shown && pathOf(shown);
  return shown === undefined || path === undefined
    ? scope
    : withNarrowed(scope, path, { ...shown, type: { ...shown.type, optional: false } });
}

/** `test ? then : else`; without `else` the value is missing where the test does not hold. Both know what the test has shown. */
export function condition(node: Extract<Node, { kind: 'condition' }>, here: Here): Value {
  const test = truth(compile(node.test, here), node.test, here);
  if (constantCondition(test) !== undefined)
    return refuse(node.test, 'this condition', 'it comes to the same whatever the data', 'leave it out');
  const where = (holds: boolean): Here => ({
    ...here,
    scope: defined(test, holds, narrowedWhere(test, holds, here.scope, here.environment.shapes)),
  });
  const then = compile(node.then, where(true));
  const otherwise = node.else === undefined ? one(missing()) : compile(node.else, where(false));
  if (then.kind === 'one' && otherwise.kind === 'one') return one(chooseExpression(test, then.of, otherwise.of));
  const isNothing = otherwise.kind === 'one' && otherwise.of.kind === 'literal' && otherwise.of.value === undefined;
  if (then.kind === 'sequence' && (isNothing || otherwise.kind === 'sequence')) {
    const list = otherwise.kind === 'sequence' ? otherwise.list : missing();
    return sequence(
      chooseExpression(test, then.list, list),
      then.unsure || (otherwise.kind === 'sequence' && otherwise.unsure),
    );
  }
  const single = then.kind === 'one' ? then.of : otherwise.kind === 'one' ? otherwise.of : missing();
  return refuse(
    node,
    'this choice',
    `one side is a sequence, the other ${isList(single, here) ? 'a list' : 'one value'}`,
    'write [ … ] around the sequence, or [0] behind it',
  );
}
