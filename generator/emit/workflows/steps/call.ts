import type { CallPlan } from '../../../ir/step.ts';
import type { OperationPlan } from '../../../ir/system.ts';
import * as s from '../../syntax/index.ts';
import { responseItems } from '../../systems/index.ts';
import { bindValue } from '../bind-value.ts';
import { findOperation, firstPageFunction, pageFunction, stepFunction } from '../client-call.ts';
import { awaitContext, journalName, within, type Flow } from '../flow.ts';
import { pageOptions } from '../page-options.ts';

/** `const found = await ctx.run('searchDeals', ({ http }) => http.hubspot.searchDeals({ … }));` */
export function emitCall(step: CallPlan, flow: Flow): void {
  const name = journalName(step.name, flow);
  switch (step.result) {
    case 'body':
      return bindValue(step.bind, awaitContext(flow, 'run', [name, stepFunction(step, flow)]), flow);
    case 'firstPage':
      return bindValue(step.bind, awaitContext(flow, 'run', [name, firstPageFunction(step, flow)]), flow);
    case 'items': {
      const { operation } = findOperation(step, flow);
      const collect = flow.scope.context.imports.useRuntime('collect');
      const args = [
        s.identifier(flow.ctx),
        name,
        pageFunction(step, flow),
        itemsFunction(operation, flow),
        ...pageOptions(operation),
      ];
      return bindValue(step.bind, s.awaited(s.call(collect, args)), flow);
    }
  }
}

/** `(body) => body.data` */
function itemsFunction({ response, pagination }: OperationPlan, flow: Flow): s.ExpressionNode {
  if (response === undefined || pagination === undefined) throw new TypeError('Only a paginated operation has items');
  const { scope } = within(flow);
  const body = scope.unique('body');
  const { plan, imports } = scope.context;
  return s.arrow([body], responseItems(s.identifier(body), response, pagination.items, plan.shapes, imports));
}
