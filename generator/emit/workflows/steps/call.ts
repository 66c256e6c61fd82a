import type { CallPlan, FailureRulePlan } from '../../../ir/step.ts';
import type { OperationPlan } from '../../../ir/system.ts';
import * as s from '../../syntax/index.ts';
import { responseItems } from '../../systems/index.ts';
import { bindValue } from '../bind-value.ts';
import { emitSteps } from '../emit-steps.ts';
import { findOperation, firstPageFunction, pageFunction, stepFunction, type StartAt } from '../client-call.ts';
import { journalName, within, type Flow } from '../flow.ts';
import { pageOptions, startOf } from '../page-options.ts';

/** `const found = await ctx.run('searchDeals', ({ http }) => http.hubspot.searchDeals({ … }));` */
export function emitCall(step: CallPlan, flow: Flow): void {
  const answer = s.awaited(step.onError === undefined ? callPromise(step, flow) : recovered(step, step.onError, flow));
  const last = lastPageOf(step, flow);
  if (last === undefined) return bindValue(step.bind, answer, flow);
  const read = flow.scope.bind('read', answer);
  const { optional } = last.type;
  if (step.bind !== undefined && flow.read.has(step.bind.name))
    bindValue(step.bind, s.property(read, 'items', { optional }), flow);
  bindValue(last, s.property(read, 'lastPage', { optional }), flow);
}

/** The name of the last answer, where something reads it. */
function lastPageOf({ result, lastPage }: CallPlan, { read }: Flow): CallPlan['lastPage'] {
  return result === 'items' && lastPage !== undefined && read.has(lastPage.name) ? lastPage : undefined;
}

/** `recover(ctx, () => ctx.run('upload', …), [{ … }])` */
function recovered(step: CallPlan, rules: readonly FailureRulePlan[], flow: Flow): s.ExpressionNode {
  const attempt = within(flow);
  const promise = callPromise(step, attempt);
  const body = attempt.scope.statements.length === 0 ? promise : [...attempt.scope.statements, s.returnValue(promise)];
  const recover = flow.scope.context.imports.useRuntime('recover');
  return s.call(recover, [
    s.identifier(flow.ctx),
    s.arrow([], body),
    s.array(rules.map((rule) => failureRule(rule, flow))),
  ]);
}

/** `{ status: '4xx', then: 'fail', do: async () => { … } }` */
function failureRule({ status, code, then, do: steps }: FailureRulePlan, flow: Flow): s.ExpressionNode {
  const cleanUp = within(flow, { declared: new Set() });
  emitSteps(steps, cleanUp);
  return s.object([
    ...(status === undefined ? [] : [s.entry('status', s.literal(status))]),
    ...(code === undefined ? [] : [s.entry('code', s.literal(code))]),
    s.entry('then', s.literal(then)),
    ...(steps.length === 0 ? [] : [s.entry('do', s.arrow([], cleanUp.scope.statements, { async: true }))]),
  ]);
}

function callPromise(step: CallPlan, flow: Flow): s.ExpressionNode {
  const name = journalName(step.name, flow);
  const run = (work: s.ExpressionNode): s.ExpressionNode => s.method(s.identifier(flow.ctx), 'run', [name, work]);
  switch (step.result) {
    case 'body':
      return run(stepFunction(step, flow));
    case 'firstPage':
      return run(firstPageFunction(step, flow, startAt(step, flow)));
    case 'items': {
      const { operation } = findOperation(step, flow);
      const collect = flow.scope.context.imports.useRuntime(
        lastPageOf(step, flow) === undefined ? 'collect' : 'collectPages',
      );
      return s.call(collect, [
        s.identifier(flow.ctx),
        name,
        pageFunction(step, flow),
        itemsFunction(operation, flow),
        ...pageOptions(operation, step.walk ?? {}, flow),
      ]);
    }
  }
}

/** Where the one page that is asked for is, where the step says so. */
function startAt(step: CallPlan, flow: Flow): StartAt | undefined {
  const { pagination } = findOperation(step, flow).operation;
  const start = step.walk?.startAt;
  return pagination === undefined || start === undefined ? undefined : (inner) => startOf(pagination, start, inner);
}

/** `(body) => body.data` */
function itemsFunction({ response, pagination }: OperationPlan, flow: Flow): s.ExpressionNode {
  if (response === undefined || pagination === undefined) throw new TypeError('Only a paginated operation has items');
  const { scope } = within(flow);
  const body = scope.unique('body');
  const { plan, imports } = scope.context;
  return s.arrow([body], responseItems(s.identifier(body), response, pagination.items, plan.shapes, imports));
}
