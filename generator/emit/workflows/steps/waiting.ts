import type { PollPlan, SleepPlan, StartPlan } from '../../../ir/step.ts';
import * as s from '../../syntax/index.ts';
import { bindValue } from '../bind-value.ts';
import { firstPageFunction, stepFunction } from '../client-call.ts';
import { awaitContext, emitValue, journalName, within, type Flow } from '../flow.ts';

/** `await ctx.sleep('sleep', 30000);` */
export function emitSleep(step: SleepPlan, flow: Flow): void {
  flow.scope.add(s.perform(awaitContext(flow, 'sleep', [journalName(step.name, flow), s.literal(step.ms)])));
}

/** `const job = await poll(ctx, 'job', ({ http }) => http.crm.getJob({ … }), (job) => job.state === 'done', { … });` */
export function emitPoll(step: PollPlan, flow: Flow): void {
  const { call, bind, until } = step;
  const inner = within(flow);
  const answer = inner.scope.declare(bind.name, 'answer');
  const test = emitValue(until, inner);
  const isDone = inner.scope.statements.length === 0 ? test : [...inner.scope.statements, s.returnValue(test)];
  const poll = flow.scope.context.imports.useRuntime('poll');
  const { everyMs, timeoutMs, fail } = step;
  const args = [
    s.identifier(flow.ctx),
    journalName(step.name, flow),
    call.result === 'body' ? stepFunction(call, flow) : firstPageFunction(call, flow),
    s.arrow([answer], isDone),
    s.literal({ everyMs, timeoutMs, fail }),
  ];
  bindValue(bind, s.awaited(s.call(poll, args)), flow);
}

/** `await ctx.send('import', `${ctx.runId}/start-import`, { … });`: the key is the step's own, so that no start waits for another. */
export function emitStart(step: StartPlan, flow: Flow): void {
  const runId = s.property(s.identifier(flow.ctx), 'runId');
  const key = s.template([runId, '/', step.name, ...flow.rounds.flatMap((round) => ['/', ...round])]);
  const tick = s.object([s.entry('scheduledAt', s.property(s.identifier(flow.ctx), 'startedAt'))]);
  const nothing = step.scheduled ? tick : s.nullLiteral();
  const input = step.input === undefined ? nothing : emitValue(step.input, flow);
  flow.scope.add(s.perform(awaitContext(flow, 'send', [s.literal(step.workflow), key, input])));
}
