import type { PrunePlan, RemovePlan, SavePlan } from '../../../ir/step.ts';
import * as s from '../../syntax/index.ts';
import { bindValue } from '../bind-value.ts';
import { awaitContext, emitValue, journalName, type Flow } from '../flow.ts';

/** `await ctx.save('saveProduct', 'Product', products);`, and its like. */
export function emitRecords(step: SavePlan | RemovePlan | PrunePlan, flow: Flow): void {
  const args = [journalName(step.name, flow), s.literal(step.model)];
  if (step.kind === 'save') args.push(emitValue(step.records, flow));
  if (step.kind === 'remove') args.push(emitValue(step.ids, flow));
  bindValue(step.bind, awaitContext(flow, step.kind, args), flow);
}
