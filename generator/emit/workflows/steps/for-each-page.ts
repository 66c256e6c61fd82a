import type { ForEachPagePlan } from '../../../ir/step.ts';
import * as s from '../../syntax/index.ts';
import { findOperation, pageFunction } from '../client-call.ts';
import { emitSteps } from '../emit-steps.ts';
import { journalName, within, type Flow, type Pieces } from '../flow.ts';
import { pageOptions } from '../page-options.ts';
import { isJournalled } from '../step-parts.ts';

/** `for await (const page of paginate(ctx, 'invoices', …)) { … }`; pages are counted where steps within need names of their own. */
export function emitForEachPage(step: ForEachPagePlan, flow: Flow): void {
  const { scope } = flow;
  const { operation } = findOperation(step, flow);
  const paginate = scope.context.imports.useRuntime('paginate');
  const pages = s.call(paginate, [
    s.identifier(flow.ctx),
    journalName(step.name, flow),
    pageFunction(step, flow),
    ...pageOptions(operation),
  ]);
  const counter = isJournalled(step.do) ? s.identifier(scope.unique('pageNumber')) : undefined;
  const round: readonly Pieces[] = counter === undefined ? [] : [['page-', counter]];
  const body = within(flow, { rounds: [...flow.rounds, ...round], declared: new Set() });
  const name = body.scope.declare(step.page.name);
  if (counter !== undefined) {
    scope.add(s.variable(counter.text, undefined, s.literal(0)));
    body.scope.add(s.addTo(counter, s.literal(1)));
  }
  emitSteps(step.do, body);
  const page = body.scope.reads(name) ? name : `_${name}`;
  scope.add(s.forOf(page, pages, body.scope.statements, { async: true }));
}
