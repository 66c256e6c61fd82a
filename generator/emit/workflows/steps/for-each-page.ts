import type { ForEachPagePlan } from '../../../ir/step.ts';
import { namesIn } from '../../expressions/index.ts';
import * as s from '../../syntax/index.ts';
import { findOperation, pageFunction } from '../client-call.ts';
import { emitSteps } from '../emit-steps.ts';
import { journalName, within, type Flow, type Pieces } from '../flow.ts';
import { beginRounds } from '../loop-results.ts';
import { pageOptions, positionOf } from '../page-options.ts';
import { isJournalled, stopsOuter } from '../step-parts.ts';

/** `for await (const page of paginate(ctx, 'invoices', …)) { … }`; pages are counted where steps within need names of their own. */
export function emitForEachPage(step: ForEachPagePlan, flow: Flow): void {
  const { scope } = flow;
  const { operation } = findOperation(step, flow);
  const next = step.next !== undefined && flow.read.has(step.next.name) ? step.next : undefined;
  const pages = s.call(scope.context.imports.useRuntime(next === undefined ? 'paginate' : 'walkPages'), [
    s.identifier(flow.ctx),
    journalName(step.name, flow),
    pageFunction(step, askingFlow(step, flow)),
    ...pageOptions(operation, step.walk ?? {}, flow),
  ]);
  const results = beginRounds(step, flow);
  const counter = isJournalled(step.do) ? s.identifier(scope.unique('pageNumber')) : undefined;
  const round: readonly Pieces[] = counter === undefined ? [] : [['page-', counter]];
  const body = within(flow, { rounds: [...flow.rounds, ...round], declared: new Set() });
  if (counter !== undefined) {
    scope.add(s.variable(counter.text, undefined, s.literal(0)));
    body.scope.add(s.addTo(counter, s.literal(1)));
  }
  const read = next === undefined ? undefined : s.identifier(body.scope.unique('read'));
  const name = body.scope.declare(step.page.name);
  if (read !== undefined && next !== undefined && operation.pagination !== undefined) {
    const position = body.scope.declare(next.name);
    if (flow.read.has(step.page.name)) body.scope.add(s.constant(name, s.property(read, 'body')));
    body.scope.add(s.constant(position, positionOf(operation.pagination, s.property(read, 'next'), flow)));
  }
  results.beginRound(body);
  emitSteps(step.do, body);
  results.endRound(step.do, body);
  const page = read?.text ?? (body.scope.reads(name) ? name : `_${name}`);
  const loop = s.forOf(page, pages, body.scope.statements, { async: true });
  scope.add(stopsOuter(step.do, step.page.name) ? s.labeled(step.page.name, loop) : loop);
  results.end();
}

/** Steps of a round may move the checkpoint; what is asked for stays what it was when the walk began. */
function askingFlow({ input }: ForEachPagePlan, flow: Flow): Flow {
  if (flow.checkpoint.length === 0 || !input.some(({ value }) => namesIn(value).has('checkpoint'))) return flow;
  const asking = within(flow);
  const current = s.identifier(flow.scope.resolve('checkpoint'));
  const before = asking.scope.declare('checkpoint', 'checkpointBefore');
  flow.scope.add(s.constant(before, s.object([s.spreadEntry(current)])));
  return asking;
}
