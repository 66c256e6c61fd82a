import { put, type Mode } from './mode.ts';
import type { Payload } from './payload.ts';
import { withText, type Position } from './position.ts';

/** A hostile text in one place. */
export interface Change {
  readonly position: Position;
  readonly payload: Payload;
  readonly mode: Mode;
}

/** The files of an example with the hostile texts in them. */
export function changed(files: readonly unknown[], changes: readonly Change[]): readonly unknown[] {
  return withChanges(files, changes, ({ payload }) => payload.text);
}

/** The same files with a harmless text in each of these places: what the output must look like but for the texts. */
export function twinOf(files: readonly unknown[], changes: readonly Change[]): readonly unknown[] {
  return withChanges(files, changes, ({ payload }, index) => stand(payload, index));
}

/** The harmless text that stands for a hostile one, of the same kind; nothing in the examples looks like it. */
export function stand({ kind, text }: Payload, index: number): string {
  if (kind === 'blank') return text;
  if (kind === 'inherited') return INHERITED_STAND;
  return kind === 'digits' ? `77${String(index)}77` : `qzx${String(index)}qzx`;
}

/** Fields of such names are read in a way of their own. */
const INHERITED_STAND = 'propertyIsEnumerable';

/** Finds the texts that stand for hostile ones, in the names of files, too; the groups give the number of the change, if it has one. */
export const STAND = /qzx(\d+)qzx|77(\d+)77|property-?is-?enumerable/i;

function withChanges(
  files: readonly unknown[],
  changes: readonly Change[],
  textOf: (change: Change, index: number) => string,
): readonly unknown[] {
  const texts = changes.map((change, index) => ({
    ...change.position,
    text: put(change.mode, change.position.text, textOf(change, index)),
  }));
  // What is deeper comes first, and a value before its key: a path must lead to its place as long as it is needed.
  const ordered = texts.toSorted(
    (one, other) => other.path.length - one.path.length || (one.part < other.part ? 1 : one.part > other.part ? -1 : 0),
  );
  return files.map((data, file) =>
    ordered
      .filter((one) => one.file === file)
      .reduce<unknown>((made, { path, part, text }) => withText(made, path, part, text), data),
  );
}

export function describeChange({ position, payload, mode }: Change): string {
  const text = payload.text.length > 200 ? `${payload.text.slice(0, 40)}…` : payload.text;
  return `${mode} ${position.part} ${position.path.join('.')}${position.file === 0 ? '' : ' of its schema'} ← ${JSON.stringify(text)}`;
}
