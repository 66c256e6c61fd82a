import type { StepPlan } from '../../ir/step.ts';
import * as s from '../syntax/index.ts';
import type { Flow } from './flow.ts';
import { emitBind } from './steps/bind.ts';
import { emitCall } from './steps/call.ts';
import { emitCheckpoint, emitClear } from './steps/checkpoint.ts';
import { emitForEach } from './steps/for-each.ts';
import { emitForEachPage } from './steps/for-each-page.ts';
import { emitGuard } from './steps/guard.ts';
import { emitRespond } from './steps/respond.ts';
import { emitRecords } from './steps/records.ts';
import { emitReturn } from './steps/return.ts';
import { emitPoll, emitSleep, emitStart } from './steps/waiting.ts';
import { emitSet } from './steps/set.ts';
import { emitStop } from './steps/stop.ts';
import { emitWhen } from './steps/when.ts';

/** Steps one after the other, as statements of the flow's block; a step's note stands above it. */
export function emitSteps(steps: readonly StepPlan[], flow: Flow): void {
  const { statements } = flow.scope;
  for (const [at, step] of steps.entries()) {
    const from = statements.length;
    emitStep(step, { ...flow, behind: steps.slice(at + 1) });
    const first = statements[from];
    if (first === undefined) continue;
    const noted = s.withComment(first, step.note);
    const previous = steps[at - 1];
    const isApart =
      from > 0 &&
      (step.note !== undefined || beginsBlock(step, steps[at + 1]) || (previous !== undefined && isBlock(previous)));
    statements[from] = isApart && !(previous?.kind === 'bind' && beginsBlock(previous, step)) ? s.spaced(noted) : noted;
  }
}

function isBlock(step: StepPlan): boolean {
  return step.kind === 'when' || step.kind === 'forEach' || step.kind === 'forEachPage' || step.kind === 'set';
}

/** A block, or the variable for what its condition tests, which stands right above it. */
function beginsBlock(step: StepPlan | undefined, next: StepPlan | undefined): boolean {
  if (step?.kind !== 'bind') return step !== undefined && isBlock(step);
  return next?.kind === 'when' && next.place === step.place;
}

function emitStep(step: StepPlan, flow: Flow): void {
  switch (step.kind) {
    case 'call':
      return emitCall(step, flow);
    case 'bind':
      return emitBind(step, flow);
    case 'guard':
      return emitGuard(step, flow);
    case 'when':
      return emitWhen(step, flow);
    case 'forEach':
      return emitForEach(step, flow);
    case 'forEachPage':
      return emitForEachPage(step, flow);
    case 'set':
      return emitSet(step, flow);
    case 'respond':
      return emitRespond(step, flow);
    case 'sleep':
      return emitSleep(step, flow);
    case 'poll':
      return emitPoll(step, flow);
    case 'start':
      return emitStart(step, flow);
    case 'save':
    case 'remove':
    case 'prune':
      return emitRecords(step, flow);
    case 'stop':
      return emitStop(step, flow);
    case 'return':
      return emitReturn(step, flow);
    case 'checkpoint':
      return emitCheckpoint(step, flow);
    case 'clear':
      return emitClear(step, flow);
  }
}
