import type { SpecPath } from '../../diagnostics/place.ts';
import { parsePath, pathText, type PathSegment } from '../../expression/path.ts';
import { expandRows, type FieldRow } from '../../spec/rows.ts';
import type { Row } from '../../spec/types.ts';
import type { Report } from '../report.ts';

/** A row of the spec with its place. */
export interface PlacedRow {
  readonly row: FieldRow;
  readonly at: SpecPath;
}

/** What rows say of one place in the target: a row of its own, fields below it, or fields of each item. */
export interface TargetNode {
  /** The path so far, for messages. */
  readonly path: string;
  readonly fields: Map<string, TargetNode>;
  /** The node of one item, where some row has `[]` here. */
  item: TargetNode | undefined;
  row: PlacedRow | undefined;
  /** Some row that leads here is no path (reported): whether something is missing is not known. */
  failed: boolean;
  /** The first row that leads here: where problems with the node itself are shown. */
  readonly first: PlacedRow;
}

/**
 * Sorts rows into a tree by their targets; a target that is filled twice, or that is no path, is reported. Of a row that
 * `isFailed`, which has been reported, only the target is kept.
 */
export function targetTree(
  rows: readonly Row[],
  at: SpecPath,
  report: Report,
  isFailed: (row: Row) => boolean,
): TargetNode | undefined {
  let root: TargetNode | undefined;
  for (const { row, at: index, copy } of expandRows(rows)) {
    const placed: PlacedRow = { row, at: [...at, ...index] };
    const parsed = parsePath(row.to);
    const odd = parsed.segments.find((segment) => segment.kind === 'index');
    const problem =
      parsed.problem ?? (odd && { from: odd.from, to: odd.to, what: 'a target is a field, or [] for each item' });
    if (problem !== undefined) {
      const known = odd === undefined ? parsed.segments : parsed.segments.slice(0, parsed.segments.indexOf(odd));
      root ??= node('', placed);
      if (known.length > 0) walk(root, known, placed).failed = true;
      report.add(
        'FR2010',
        { found: `'${row.to.slice(problem.from, problem.to)}'`, fix: problem.what },
        [...placed.at, 'to'],
        problem,
      );
      continue;
    }
    root ??= node('', placed);
    if (copy !== undefined && isFailed(copy)) walk(root, parsed.segments, placed).failed = true;
    else place(root, parsed.segments, placed, report);
  }
  return root;
}

function node(path: string, first: PlacedRow): TargetNode {
  return { path, fields: new Map(), item: undefined, row: undefined, failed: false, first };
}

function place(root: TargetNode, segments: readonly PathSegment[], placed: PlacedRow, report: Report): void {
  const target = walk(root, segments, placed);
  if (target.row === undefined) target.row = placed;
  else
    report.add(
      'FR2009',
      { name: placed.row.to, first: `row ${String(Number(target.row.at[3]) + 1)}`, second: 'this row' },
      [...placed.at, 'to'],
    );
}

/** The node that a target leads to, made where it is not there yet. */
function walk(root: TargetNode, segments: readonly PathSegment[], placed: PlacedRow): TargetNode {
  let current = root;
  for (const [index, segment] of segments.entries()) {
    const path = pathText(segments.slice(0, index + 1));
    if (segment.kind === 'each') {
      current.item ??= node(path, placed);
      current = current.item;
    } else if (segment.kind === 'field') {
      const known = current.fields.get(segment.name) ?? node(path, placed);
      current.fields.set(segment.name, known);
      current = known;
    }
  }
  return current;
}

/** The row of a node, and all rows below it. */
export function* rowsBelow(target: TargetNode): Generator<PlacedRow> {
  if (target.row !== undefined) yield target.row;
  if (target.item !== undefined) yield* rowsBelow(target.item);
  for (const child of target.fields.values()) yield* rowsBelow(child);
}
