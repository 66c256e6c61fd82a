import { createHash } from 'node:crypto';
import type { Json } from '../context/json.ts';

/** What a save did: how many records are new, differ from what was there, and do not. */
export interface SavedCounts {
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
}

/** A record of the store. Times in epoch milliseconds. */
export interface StoredRecord {
  readonly model: string;
  readonly id: string;
  /** Absent where it was deleted. */
  readonly value?: Json;
  readonly tenant: string;
  /** The workflow that saved it last. */
  readonly workflow: string;
  /** When it was saved last, and when its value was last another one. */
  readonly savedAt: number;
  readonly changedAt: number;
  /** Only of what was removed or pruned. */
  readonly deletedAt?: number;
}

export interface RecordFilter {
  readonly model?: string;
  readonly tenant?: string;
  /** Also what was removed; false where absent. */
  readonly deleted?: boolean;
}

/** A hash of the value that does not depend on the order of members. */
export function recordHash(value: Json): string {
  return createHash('sha256')
    .update(JSON.stringify(ordered(value)))
    .digest('base64');
}

function ordered(value: Json): Json {
  if (isList(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(members.map(([name, member]) => [name, ordered(member)]));
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
