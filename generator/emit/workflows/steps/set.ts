import type { SetPlan } from '../../../ir/step.ts';
import { typeNode } from '../../expressions/index.ts';
import * as s from '../../syntax/index.ts';
import { needsConstant } from '../bind-value.ts';
import { emitSteps } from '../emit-steps.ts';
import { awaitContext, emitValue, within, type Flow } from '../flow.ts';
import { storedCheck } from '../stored-check.ts';

/**
 * A value that is kept beyond the run: read from the state, and worked out where it is not there, or too old:
 * `let token: string; if (typeof keptToken === 'string') { token = keptToken; } else { … }`.
 */
export function emitSet(step: SetPlan, flow: Flow): void {
  const { scope } = flow;
  const { bind, keep } = step;
  const state = `kept.${bind.name}`;
  const kept = s.identifier(scope.unique(`kept ${bind.name}`));
  scope.add(s.constant(kept.text, awaitContext(flow, 'get', [s.literal(state)])));
  let isKept = storedCheck(kept, bind.type, bind.name, flow);
  if (keep.for === 'time') {
    const until = s.identifier(scope.unique(`kept ${bind.name} until`));
    scope.add(s.constant(until.text, awaitContext(flow, 'get', [s.literal(`${state}.until`)])));
    const isTime = s.binary(s.typeOfValue(until), '===', s.literal('number'));
    isKept = s.binary(s.binary(isKept, '&&', isTime), '&&', s.binary(until, '>', startedAt(flow)));
  }
  const outer = flow.declared.has(bind.name) ? s.identifier(scope.resolve(bind.name)) : undefined;
  const value = outer !== undefined && !needsConstant(bind, flow) ? outer : declareBefore(step, outer?.text, flow);
  scope.add(s.ifThen(isKept, [s.assign(value, kept)], workOut(step, state, value, flow)));
  if (outer !== undefined && value !== outer) scope.add(s.assign(outer, value));
}

/** A variable of the block, also where one is declared before the branch that steps of the branch could not read narrowed. */
function declareBefore({ bind }: SetPlan, outer: string | undefined, { scope }: Flow): s.IdentifierNode {
  const name = scope.declare(bind.name, outer === undefined ? bind.name : `${outer}Result`);
  scope.add(s.variable(name, typeNode({ ...bind.type, optional: false }, scope.context)));
  return s.identifier(name);
}

/** The steps that lead to the value, and what keeps it: its end counts from the start of the run, so that a replay says the same. */
function workOut(step: SetPlan, state: string, value: s.ExpressionNode, flow: Flow): readonly s.StatementNode[] {
  const body = within(flow, { declared: new Set() });
  emitSteps(step.steps, body);
  body.scope.add(s.assign(value, emitValue(step.value, body)));
  const store = (name: string, node: s.ExpressionNode): s.StatementNode =>
    s.perform(awaitContext(flow, 'set', [s.literal(name), node]));
  const keeps = [store(state, value)];
  if (step.keep.for === 'time')
    keeps.push(store(`${state}.until`, s.binary(startedAt(flow), '+', s.literal(step.keep.ms))));
  body.scope.add(...keeps);
  return body.scope.statements;
}

function startedAt({ ctx }: Flow): s.ExpressionNode {
  return s.property(s.identifier(ctx), 'startedAt');
}
