import type { Json } from '../context/json.ts';
import type { Engine } from '../engine/engine.ts';

/** What runs did to the record store, by model, each list in the order in which it happened. */
export interface RecordChanges {
  /** Every record that was saved, whether it differed from what was there or not. */
  readonly saved: Readonly<Record<string, readonly Json[]>>;
  /** Ids that were asked to be removed. */
  readonly removed: Readonly<Record<string, readonly (string | number)[]>>;
  /** Ids of what was pruned. */
  readonly pruned: Readonly<Record<string, readonly string[]>>;
}

/** Notes from now on what runs of a workflow do to the record store. */
export function watchRecords(engine: Pick<Engine, 'onEvent'>): () => RecordChanges {
  const saved = new Map<string, Json[]>();
  const removed = new Map<string, (string | number)[]>();
  const pruned = new Map<string, string[]>();
  engine.onEvent((event) => {
    if (event.type === 'records.saved') note(saved, event.model, event.records);
    else if (event.type === 'records.removed') note(removed, event.model, event.ids);
    else if (event.type === 'records.pruned') note(pruned, event.model, event.ids);
  });
  return () => ({
    saved: Object.fromEntries(saved),
    removed: Object.fromEntries(removed),
    pruned: Object.fromEntries(pruned),
  });
}

function note<T>(into: Map<string, T[]>, model: string, more: readonly T[]): void {
  into.set(model, [...(into.get(model) ?? []), ...more]);
}
