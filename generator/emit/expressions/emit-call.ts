import type { Expression } from '../../expression/expression.ts';
import type { Type } from '../../shape/type.ts';
import { binary, call, isMissing, undefinedValue, type ExpressionNode, type IdentifierNode } from '../syntax/index.ts';
import { choose } from './emit-choice.ts';
import { isMaybe } from './declared-shape.ts';
import { hintOf } from './hint.ts';
import { emitAs } from './inherited.ts';
import { reference } from './reference.ts';
import type { Scope } from './scope.ts';

/** Another mapping, as a call of its function; where a source is missing that it needs, so is the result. */
export function emitMapped(expression: Extract<Expression, { kind: 'mapped' }>, scope: Scope): ExpressionNode {
  const { plan, imports } = scope.context;
  const mapping = plan.mappings.find((one) => one.id === expression.mapping);
  const gap = plan.logic.find((one) => one.id === expression.mapping);
  const symbol = mapping?.symbol ?? gap?.symbol;
  if (symbol === undefined) throw new TypeError(`The plan has no mapping '${expression.mapping}'`);
  const wanted = mapping?.params.map((param) => param.type) ?? (gap === undefined ? [] : [gap.input]);
  return callWith(imports.use(symbol), expression.args, wanted, expression, scope);
}

/** A gap, as a call of its function. */
export function emitGap(expression: Extract<Expression, { kind: 'gap' }>, scope: Scope): ExpressionNode {
  const { plan, imports } = scope.context;
  const gap = plan.logic.find((one) => one.id === expression.gap);
  if (gap === undefined) throw new TypeError(`The plan has no logic '${expression.gap}'`);
  return callWith(imports.use(gap.symbol), [expression.input], [gap.input], expression, scope);
}

function callWith(
  callee: IdentifierNode,
  args: readonly Expression[],
  wanted: readonly Type[],
  whole: Expression,
  scope: Scope,
): ExpressionNode {
  const doubts = new Set(args.filter((arg, at) => isDoubtful(arg.type, wanted[at])));
  const values = args.map((arg, at) =>
    doubts.has(arg) ? reference(arg, scope) : emitAs(arg, wanted[at] ?? arg.type, scope),
  );
  const tests = args.flatMap((arg, at) => {
    const value = values[at];
    return doubts.has(arg) && value !== undefined ? [isMissing(value, arg.type)] : [];
  });
  const [first, ...others] = tests;
  if (first === undefined) return call(callee, values);
  const test = others.reduce((left, right) => binary(left, '||', right), first);
  return choose(
    { test, type: whole.type, wish: hintOf(whole) },
    () => undefinedValue(),
    () => call(callee, values),
    scope,
  );
}

function isDoubtful(given: Type, wanted: Type | undefined): boolean {
  if (wanted === undefined || wanted.shape.kind === 'any') return false;
  return isMaybe(given) && ((given.optional && !wanted.optional) || (given.nullable && !wanted.nullable));
}
