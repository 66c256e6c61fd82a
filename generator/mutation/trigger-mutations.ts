import type { SpecPath } from '../diagnostics/place.ts';
import type { Workflow } from '../spec/types.ts';
import { deletion, deletionsWithin } from './deletion.ts';
import type { Mutation } from './mutation.ts';

/** What a webhook asks of a delivery before it starts a run. */
export function* triggerMutations(trigger: Workflow['trigger'], path: SpecPath, workflow: string): Generator<Mutation> {
  if (!('webhook' in trigger)) return;
  const { signature, dedupe, events, filter } = trigger.webhook;
  const at = [...path, 'webhook'];
  yield deletion('signature', [...at, 'signature'], `signature of ${workflow}`);
  yield* deletionsWithin('signature', signature, [...at, 'signature'], `${workflow}'s signature`);
  if (events !== undefined) {
    yield deletion('filter', [...at, 'events'], `events of ${workflow}`);
    yield* deletionsWithin('filter', events, [...at, 'events'], `${workflow}'s events`);
  }
  if (dedupe !== undefined) {
    yield deletion('dedupe', [...at, 'dedupe'], `dedupe of ${workflow}`);
    yield* deletionsWithin('dedupe', dedupe, [...at, 'dedupe'], `${workflow}'s dedupe`);
  }
  if (filter !== undefined) yield deletion('filter', [...at, 'filter'], `filter of ${workflow}`);
}
