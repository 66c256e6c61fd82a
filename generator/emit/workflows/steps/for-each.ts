import type { ForEachPlan } from '../../../ir/step.ts';
import { isMaybe } from '../../expressions/index.ts';
import * as s from '../../syntax/index.ts';
import { emitSteps } from '../emit-steps.ts';
import { awaitContext, emitValue, within, type Flow, type Pieces } from '../flow.ts';
import { leaveOut } from '../leave-out.ts';
import { isJournalled } from '../step-parts.ts';

/** A loop over a list: one item after the other, or several at once through the context. */
export function emitForEach(step: ForEachPlan, flow: Flow): void {
  const list = emitValue(step.in, flow);
  const items = isMaybe(step.in.type) ? s.binary(list, '??', s.array([])) : list;
  const body = within(flow, { declared: new Set() });
  const name = body.scope.declare(step.item.name);
  const isTold = isJournalled(step.do) || step.onError === 'skip';
  const index = isTold && step.key === undefined ? body.scope.unique('index') : undefined;
  const round = isTold ? roundOf(step, index, body) : undefined;
  emitBody(step, round, body);
  const item = body.scope.reads(name) ? name : `_${name}`;
  const { statements } = body.scope;
  if (step.concurrency > 1) {
    const each = s.arrow(index === undefined ? [item] : [item, index], statements, { async: true });
    flow.scope.add(s.perform(awaitContext(flow, 'all', [items, s.literal(step.concurrency), each])));
  } else if (index === undefined) {
    flow.scope.add(s.forOf(item, items, statements));
  } else {
    flow.scope.add(s.forOf([index, item], s.method(items, 'entries'), statements));
  }
}

/** What tells the rounds apart: the item's key, or its position. */
function roundOf({ key }: ForEachPlan, index: string | undefined, body: Flow): s.ExpressionNode {
  if (key === undefined) return s.identifier(index ?? 'index');
  const node = emitValue(key, body);
  const isPath = key.kind === 'name' || key.kind === 'field' || key.kind === 'index';
  return isPath ? node : body.scope.bind('key', node);
}

function emitBody(step: ForEachPlan, round: s.ExpressionNode | undefined, body: Flow): void {
  const piece: readonly Pieces[] = round === undefined ? [] : [[round]];
  const rounds = [...body.rounds, ...piece];
  if (step.onError === 'fail' || round === undefined) {
    emitSteps(step.do, { ...body, rounds });
    return;
  }
  const tried = within(body, { rounds });
  emitSteps(step.do, tried);
  body.scope.add(leaveOut(tried.scope.statements, step.item.name, round, body));
}
