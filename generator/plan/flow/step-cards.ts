import { isRecord } from '../../data/is-record.ts';
import { eachWords } from '../readme/each-words.ts';
import type {
  CallStep,
  CheckpointStep,
  LogicStep,
  MapStep,
  PollStep,
  PruneStep,
  RemoveStep,
  RespondStep,
  ReturnStep,
  SaveStep,
  StopStep,
} from '../../spec/types.ts';
import type { FlowCard } from '../../ir/flow.ts';
import { describeData } from '../readme/describe-data.ts';
import { brief, card, code, words } from './card.ts';
import type { FlowScope } from './flow-scope.ts';
import { gapsOfMapping } from './gaps-of-mapping.ts';

/** What follows a failure, rule by rule. */
export function failureWords({ onError }: CallStep): readonly string[] {
  if (onError === undefined) return [];
  if (onError === 'continue') return ['goes on where it fails'];
  return onError.map(({ status, code: failure, do: steps = [], then = 'fail' }) => {
    const kind = [status, failure].filter((one) => one !== undefined).join(' and ');
    const cleans =
      steps.length === 0 ? '' : `${String(steps.length)} ${steps.length === 1 ? 'step' : 'steps'} to clean up, then `;
    return `${kind === '' ? 'where it fails' : `on ${kind}`}: ${cleans}${then === 'fail' ? 'fails' : 'goes on'}`;
  });
}

export function callCard(step: CallStep, scope: FlowScope): FlowCard {
  const endpoint = scope.endpoint(step.call);
  const paged = endpoint?.pagination !== undefined;
  return card('call', 'Call', step.call, {
    system: scope.system(endpoint?.system),
    lines: [
      endpoint && code(`${endpoint.method} ${endpoint.path}`),
      paged ? words(step.pages === 'first' ? 'the first page' : 'the items of all pages') : undefined,
      ...failureWords(step).map(words),
    ],
    binds: step.id,
    note: step.note,
  });
}

export function pollCard({ id, poll, note }: PollStep, scope: FlowScope): FlowCard {
  const endpoint = scope.endpoint(poll.call);
  return card('call', 'Call until', poll.call, {
    system: scope.system(endpoint?.system),
    lines: [
      endpoint && code(`${endpoint.method} ${endpoint.path}`),
      code(brief(poll.until)),
      words(`every ${poll.every ?? '5s'}, for at most ${poll.timeout ?? '10m'}`),
    ],
    binds: id,
    note,
  });
}

export function mapCard(step: MapStep, scope: FlowScope): FlowCard {
  const mapping = scope.mapping(step.map);
  return card('map', 'Map', step.map, {
    lines: [
      step.each === undefined ? undefined : words(`each of ${eachWords(step.each)}`),
      mapping && words(`${sources(mapping.from)} → ${mapping.to}`),
    ],
    binds: step.id,
    gaps: gapsOfMapping(step.map, scope),
    note: step.note,
  });
}

function sources(from: string | Readonly<Record<string, unknown>>): string {
  if (typeof from === 'string') return from;
  const named = Object.entries(from).map(([name, shape]) =>
    typeof shape === 'string' && /^[A-Z]/.test(shape) ? shape : name,
  );
  return named.join(', ');
}

export function logicCard(step: LogicStep, scope: FlowScope): FlowCard {
  const logic = scope.spec.logic?.[step.logic];
  const told = logic?.description ?? logic?.rule;
  return card('gap', 'Gap', step.logic, {
    lines: [told === undefined ? undefined : words(brief(told))],
    binds: step.id,
    gaps: [step.logic],
    note: step.note,
  });
}

export function respondCard({ respond, note }: RespondStep): FlowCard {
  const { status, body } = respond;
  const keys = isRecord(body) ? Object.keys(body) : [];
  const lines = keys.length > 0 ? [code(brief(keys.join(', ')))] : typeof body === 'string' ? [code(brief(body))] : [];
  return card('respond', 'Answer', String(status), { lines, note });
}

export function recordsCard(step: SaveStep | RemoveStep | PruneStep): FlowCard {
  const more = { binds: step.id, note: step.note };
  if ('save' in step) return card('records', 'Save', step.save, { lines: [code(brief(step.from))], ...more });
  if ('remove' in step) return card('records', 'Remove', step.remove, { lines: [code(brief(step.from))], ...more });
  return card('records', 'Prune', step.prune, { lines: [words('what was not saved again')], ...more });
}

export function returnCard({ return: value, note }: ReturnStep): FlowCard {
  return card('return', 'Return', brief(describeData(value)), { note });
}

export function stopCard({ stop, note }: StopStep): FlowCard {
  return card('stop', 'Stop', stop === true ? 'leave this loop' : `leave the loop over ${stop}`, { note });
}

export function checkpointCard({ checkpoint, note }: CheckpointStep): FlowCard {
  if (checkpoint === 'clear') return card('checkpoint', 'Forget', 'the checkpoint', { note });
  const names = Object.keys(checkpoint);
  const lines = Object.entries(checkpoint).map(([name, value]) => {
    const text = typeof value === 'string' ? describeData(value) : JSON.stringify(value);
    return code(brief(names.length === 1 ? `= ${text}` : `${name} = ${text}`));
  });
  return card('checkpoint', 'Remember', names.join(', '), { lines, note });
}
