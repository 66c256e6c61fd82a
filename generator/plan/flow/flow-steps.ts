import type { ForEachStep, GuardStep, SetStep, Step, UpsertStep } from '../../spec/types.ts';
import type { FlowCard, FlowLine, FlowStep } from '../../ir/flow.ts';
import { describeValue } from '../readme/describe-row.ts';
import { brief, card, code, words } from './card.ts';
import type { FlowScope } from './flow-scope.ts';
import {
  callCard,
  checkpointCard,
  logicCard,
  mapCard,
  pollCard,
  recordsCard,
  respondCard,
  returnCard,
  stopCard,
} from './step-cards.ts';

/** Steps as a picture has them. */
export function flowSteps(steps: readonly Step[], scope: FlowScope): readonly FlowStep[] {
  return steps.map((step) => flowStep(step, scope));
}

function flowStep(step: Step, scope: FlowScope): FlowStep {
  if ('call' in step) return { kind: 'card', card: callCard(step, scope) };
  if ('map' in step) return { kind: 'card', card: mapCard(step, scope) };
  if ('logic' in step) return { kind: 'card', card: logicCard(step, scope) };
  if ('guard' in step) return guard(step);
  if ('when' in step) {
    const condition = card('branch', 'If', step.when, { note: step.note });
    return { kind: 'branch', card: condition, yes: flowSteps(step.then, scope), no: flowSteps(step.else ?? [], scope) };
  }
  if ('forEach' in step) return { kind: 'loop', card: loopCard(step, scope), steps: flowSteps(step.do, scope) };
  if ('set' in step) return set(step, scope);
  if ('respond' in step) return { kind: 'card', card: respondCard(step) };
  if ('sleep' in step) return { kind: 'card', card: card('wait', 'Wait', step.sleep, { note: step.note }) };
  if ('poll' in step) return { kind: 'card', card: pollCard(step, scope) };
  if ('start' in step) return { kind: 'card', card: card('start', 'Start', step.start, { note: step.note }) };
  if ('upsert' in step) return upsertFlow(step, scope);
  if ('save' in step || 'remove' in step || 'prune' in step) return { kind: 'card', card: recordsCard(step) };
  if ('stop' in step) return { kind: 'card', card: stopCard(step) };
  if ('return' in step) return { kind: 'card', card: returnCard(step) };
  return { kind: 'card', card: checkpointCard(step) };
}

function guard({ guard: { when, unless, fail, message }, note }: GuardStep): FlowStep {
  const label = unless === undefined ? 'Guard: must not hold' : 'Guard: must hold';
  return {
    kind: 'guard',
    card: card('guard', label, unless ?? when ?? '', { note }),
    failsIf: unless === undefined ? 'yes' : 'no',
    code: fail,
    ...(message !== undefined && { message }),
  };
}

/** What looks, and what follows from it. */
function upsertFlow(step: UpsertStep, scope: FlowScope): FlowStep {
  const { find, create, update } = step.upsert;
  return {
    kind: 'group',
    card: card('set', 'Update or create', step.id ?? find.call, { note: step.note }),
    steps: [{ kind: 'card', card: callCard({ call: find.call }, scope) }],
    result: card('call', 'Call', update.call, {
      system: scope.system(scope.endpoint(update.call)?.system),
      lines: [words(`where it is found, else ${create.call}`)],
      binds: step.id,
    }),
  };
}

function loopCard(step: ForEachStep, scope: FlowScope): FlowCard {
  const concurrency = step.concurrency ?? 1;
  const lines = [
    concurrency > 1 ? words(`${String(concurrency)} at a time`) : undefined,
    step.key === undefined ? undefined : words(`told apart by ${step.key}`),
    step.onError === 'skip' ? words('one that fails is left out') : undefined,
    ...resultLines(step),
  ];
  const { pages } = step;
  if (pages === undefined)
    return card('items', 'For each', `${step.forEach} of ${step.in ?? ''}`, { lines, note: step.note });
  const endpoint = scope.endpoint(pages.call);
  return card('pages', 'For each page', `${step.forEach} of ${pages.call}`, {
    system: scope.system(endpoint?.system),
    lines: [endpoint && code(`${endpoint.method} ${endpoint.path}`), ...lines],
    note: step.note,
  });
}

/** What the loop leaves to the steps after it. */
function resultLines({ id, collect, carry }: ForEachStep): readonly FlowLine[] {
  const names = Object.keys(carry ?? {});
  return [
    ...(collect === undefined ? [] : [words(`collects ${id ?? 'values'}`)]),
    ...(names.length === 0 ? [] : [words(`carries ${names.join(', ')}`)]),
  ];
}

function set(step: SetStep, scope: FlowScope): FlowStep {
  if (step.steps === undefined || step.steps.length === 0) return { kind: 'card', card: valueCard(step) };
  const header = card('set', 'Work out', step.id, { lines: [keep(step)], note: step.note });
  const result = valueCard({ id: step.id, set: step.set });
  return { kind: 'group', card: header, steps: flowSteps(step.steps, scope), result };
}

function valueCard(step: SetStep): FlowCard {
  const { from, rules } = describeValue(step.set);
  const gap = 'logic' in step.set ? step.set.logic : 'rule' in step.set ? step.id : undefined;
  const rest = rules.length === 0 ? undefined : words(rules.join(', '));
  const note = step.note ?? step.set.note;
  if (gap !== undefined)
    return card('gap', 'Gap', gap, {
      lines: ['rule' in step.set ? words(brief(step.set.rule)) : undefined, rest, keep(step)],
      binds: step.id,
      gaps: [gap],
      note,
    });
  return card('set', 'Set', step.id, { lines: [code(from), rest, keep(step)], note });
}

function keep({ keep: kept = 'run' }: SetStep): ReturnType<typeof words> | undefined {
  if (kept === 'run') return undefined;
  return words(kept === 'forever' ? 'kept for ever' : `kept for ${kept}`);
}
