import type { CallPlan } from '../../../ir/step.ts';
import type { OperationPlan } from '../../../ir/system.ts';
import * as s from '../../syntax/index.ts';
import { responseItems } from '../../systems/index.ts';
import { bindValue } from '../bind-value.ts';
import { findOperation, firstPageFunction, pageFunction, stepFunction, type StartAt } from '../client-call.ts';
import { awaitContext, journalName, within, type Flow } from '../flow.ts';
import { pageOptions, startOf } from '../page-options.ts';

/** `const found = await ctx.run('searchDeals', ({ http }) => http.hubspot.searchDeals({ … }));` */
export function emitCall(step: CallPlan, flow: Flow): void {
  const name = journalName(step.name, flow);
  switch (step.result) {
    case 'body':
      return bindValue(step.bind, awaitContext(flow, 'run', [name, stepFunction(step, flow)]), flow);
    case 'firstPage':
      return bindValue(
        step.bind,
        awaitContext(flow, 'run', [name, firstPageFunction(step, flow, startAt(step, flow))]),
        flow,
      );
    case 'items': {
      const { operation } = findOperation(step, flow);
      const last = step.lastPage !== undefined && flow.read.has(step.lastPage.name) ? step.lastPage : undefined;
      const collect = flow.scope.context.imports.useRuntime(last === undefined ? 'collect' : 'collectPages');
      const args = [
        s.identifier(flow.ctx),
        name,
        pageFunction(step, flow),
        itemsFunction(operation, flow),
        ...pageOptions(operation, step.walk ?? {}, flow),
      ];
      const all = s.awaited(s.call(collect, args));
      if (last === undefined) return bindValue(step.bind, all, flow);
      const read = flow.scope.bind('read', all);
      if (step.bind !== undefined && flow.read.has(step.bind.name))
        bindValue(step.bind, s.property(read, 'items'), flow);
      return bindValue(last, s.property(read, 'lastPage'), flow);
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
