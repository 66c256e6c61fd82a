import { diffArrays } from 'diff';
import { isRecord } from '../data/is-record.ts';
import type { SpecPath } from '../diagnostics/place.ts';
import { specPathText } from '../diagnostics/spec-path-text.ts';
import type { SpecSnapshot } from './spec-snapshot.ts';

/** One difference in what a spec says. What was added has no `before`, what was removed no `after`. */
export interface SpecChange {
  /** `systems.hubspot.retry.attempts`; of an item that came or went, its list. In a referenced file after the file's name and `#`. */
  readonly path: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** How two versions of a spec differ in meaning; layout, comments and the order of keys are not in what is compared. */
export function specChanges(before: SpecSnapshot, after: SpecSnapshot): readonly SpecChange[] {
  const files = [...new Set([...Object.keys(before.files), ...Object.keys(after.files)])].toSorted();
  return [
    ...compare(before.spec, after.spec, []).map(({ at, ...values }) => ({ path: specPathText(at), ...values })),
    ...files.flatMap((file) =>
      compare(before.files[file], after.files[file], []).map(({ at, ...values }) => ({
        path: at.length === 0 ? file : `${file}#${specPathText(at)}`,
        ...values,
      })),
    ),
  ];
}

interface Change extends Omit<SpecChange, 'path'> {
  readonly at: SpecPath;
}

function compare(before: unknown, after: unknown, at: SpecPath): readonly Change[] {
  if (before === undefined) return after === undefined ? [] : [{ at, after }];
  if (after === undefined) return [{ at, before }];
  if (Array.isArray(before) && Array.isArray(after)) return compareLists(before, after, at);
  if (!isRecord(before) || !isRecord(after))
    return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ at, before, after }];
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].toSorted();
  return keys.flatMap((key) => compare(before[key], after[key], [...at, key]));
}

/** Items are the same where they are called the same; the others came or went. */
function compareLists(before: readonly unknown[], after: readonly unknown[], at: SpecPath): readonly Change[] {
  const changes: Change[] = [];
  const parts = diffArrays([...before], [...after], { comparator: (one, other) => identity(one) === identity(other) });
  let [old, current] = [0, 0];
  let gone: readonly unknown[] = [];
  for (const { value, added, removed } of [...parts, END]) {
    // What went comes before what came; items without names that take the place of as many others are those, changed.
    if (added && gone.length === value.length && isUnnamed(gone) && isUnnamed(value)) {
      for (const [index, item] of value.entries())
        changes.push(...compare(gone[index], item, [...at, current + index]));
      gone = [];
    } else if (added)
      changes.push(...gone.map((item) => ({ at, before: item })), ...value.map((item) => ({ at, after: item })));
    else changes.push(...gone.map((item) => ({ at, before: item })));
    gone = removed ? value : [];
    if (!added && !removed)
      for (const [index, item] of value.entries())
        changes.push(...compare(before[old + index], item, [...at, current + index]));
    if (!added) old += value.length;
    if (!removed) current += value.length;
  }
  return changes;
}

/** After the last part, for what went at the end. */
const END = { value: [] as readonly unknown[], added: false, removed: false };

/** What an item of a list is known by, in the order in which they decide. */
const NAMES = ['id', 'to', 'name', 'as', 'call', 'map', 'logic', 'guard', 'question', 'code', 'status'] as const;

function nameOf(item: unknown): string | undefined {
  if (!isRecord(item)) return undefined;
  const name = NAMES.find((key) => ['string', 'number'].includes(typeof item[key]));
  return name === undefined ? undefined : `${name} ${String(item[name])}`;
}

function identity(item: unknown): string {
  return nameOf(item) ?? JSON.stringify(item) ?? 'undefined';
}

/** Whether items have no names, so that one in the place of another is the same one, changed. */
function isUnnamed(items: readonly unknown[]): boolean {
  return items.every((item) => isRecord(item) && nameOf(item) === undefined);
}
