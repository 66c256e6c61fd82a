import { leaves } from '../../../ir/leaves.ts';
import type { ForEachPlan } from '../../../ir/step.ts';
import { isMaybe } from '../../expressions/index.ts';
import * as s from '../../syntax/index.ts';
import { bindValue } from '../bind-value.ts';
import { emitSteps } from '../emit-steps.ts';
import { awaitContext, emitValue, within, type Flow, type Pieces } from '../flow.ts';
import { leaveOut } from '../leave-out.ts';
import { beginRounds, type Rounds } from '../loop-results.ts';
import { isJournalled, stopsOuter } from '../step-parts.ts';

/** A loop over a list: one item after the other, or several at once through the context. */
export function emitForEach(step: ForEachPlan, flow: Flow): void {
  const list = emitValue(step.in, flow);
  const items = isMaybe(step.in.type) ? s.binary(list, '??', s.array([])) : list;
  const isConcurrent = step.concurrency > 1;
  const rounds = isConcurrent ? roundsAtOnce(step, flow) : beginRounds(step, flow);
  const body = within(flow, { declared: new Set() });
  const name = body.scope.declare(step.item.name);
  const isTold = isJournalled(step.do) || step.onError === 'skip';
  const index = isTold && step.key === undefined ? body.scope.unique('index') : undefined;
  const round = isTold ? roundOf(step, index, body) : undefined;
  emitBody(step, round, rounds, body);
  const item = body.scope.reads(name) ? name : `_${name}`;
  const { statements } = body.scope;
  if (isConcurrent) {
    const each = s.arrow(index === undefined ? [item] : [item, index], statements, { async: true });
    const worked = awaitContext(flow, 'all', [items, s.literal(step.concurrency), each]);
    if (collects(step, flow)) bindCollected(step, worked, flow);
    else flow.scope.add(s.perform(worked));
    return;
  }
  const loop =
    index === undefined
      ? s.forOf(item, items, statements)
      : s.forOf([index, item], s.method(items, 'entries'), statements);
  flow.scope.add(stopsOuter(step.do, step.item.name) ? s.labeled(step.item.name, loop) : loop);
  rounds.end();
}

function collects({ collect }: ForEachPlan, { read }: Flow): boolean {
  return collect !== undefined && read.has(collect.bind.name);
}

/** Items that are worked on at once: each round returns what it gives. */
function roundsAtOnce(step: ForEachPlan, flow: Flow): Rounds {
  return {
    beginRound: () => undefined,
    endRound(steps, body) {
      if (step.collect !== undefined && collects(step, flow) && !leaves(steps))
        body.scope.add(s.returnValue(emitValue(step.collect.value, body)));
    },
    end: () => undefined,
  };
}

/** `const ids = (await ctx.all(…)).filter((one) => one !== undefined);` */
function bindCollected(step: ForEachPlan, worked: s.ExpressionNode, flow: Flow): void {
  if (step.collect === undefined) return;
  const { bind, value, flatten } = step.collect;
  const one = s.identifier(within(flow).scope.unique('one'));
  const optional = value.type.optional || step.onError === 'skip';
  const missing = { optional, nullable: value.type.nullable };
  const isLess = optional || value.type.nullable;
  const all = s.parenthesized(worked);
  const present = isLess ? s.method(all, 'filter', [s.arrow([one.text], s.isPresent(one, missing))]) : worked;
  bindValue(bind, flatten ? s.method(isLess ? present : all, 'flat') : present, flow);
}

/** What tells the rounds apart: the item's key, or its position. */
function roundOf({ key }: ForEachPlan, index: string | undefined, body: Flow): s.ExpressionNode {
  if (key === undefined) return s.identifier(index ?? 'index');
  const node = emitValue(key, body);
  const isPath = key.kind === 'name' || key.kind === 'field' || key.kind === 'index';
  return isPath ? node : body.scope.bind('key', node);
}

function emitBody(step: ForEachPlan, round: s.ExpressionNode | undefined, rounds: Rounds, body: Flow): void {
  const piece: readonly Pieces[] = round === undefined ? [] : [[round]];
  const told = [...body.rounds, ...piece];
  if (step.onError === 'fail' || round === undefined) {
    rounds.beginRound(body);
    const steps = { ...body, rounds: told };
    emitSteps(step.do, steps);
    rounds.endRound(step.do, steps);
    return;
  }
  const tried = within(body, { rounds: told });
  rounds.beginRound(tried);
  emitSteps(step.do, tried);
  rounds.endRound(step.do, tried);
  body.scope.add(leaveOut(tried.scope.statements, step.item.name, round, body));
  // A round that was left out gives nothing, and says so.
  if (step.concurrency > 1 && collects(step, body)) body.scope.add(s.returnValue(s.undefinedValue()));
}
