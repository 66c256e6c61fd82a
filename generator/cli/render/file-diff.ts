import { structuredPatch, type StructuredPatchHunk } from 'diff';
import type { Paint } from '../../diagnostics/render/colour.ts';
import { printable } from '../../diagnostics/render/printable.ts';
import { count } from '../../diagnostics/render/count.ts';

/** Two contents of one file. */
export interface TwoTexts {
  /** As it is called in messages. */
  readonly file: string;
  readonly before: string;
  readonly after: string;
}

export interface DiffOptions {
  readonly paint: Paint;
  /** What the two contents are called. */
  readonly labels: readonly [before: string, after: string];
  /** How many lines of the difference are shown. */
  readonly lines: number;
}

/** More than this many lines apart, files have nothing to do with each other, and comparing them takes long. */
export const TOO_FAR = 2000;

/** A unified diff as lines without line breaks, safe for a terminal; what is cut off is told by its size. */
export function diffLines({ file, before, after }: TwoTexts, { paint, labels, lines }: DiffOptions): readonly string[] {
  const head = [
    paint('bold', `--- ${printable(file)} (${labels[0]})`),
    paint('bold', `+++ ${printable(file)} (${labels[1]})`),
  ];
  const patch = structuredPatch(file, file, before, after, undefined, undefined, {
    context: 2,
    maxEditLength: TOO_FAR,
  });
  if (patch === undefined) return [...head, paint('dim', 'hardly a line is the same')];
  const body = patch.hunks.flatMap((hunk) => [
    paint('cyan', header(hunk)),
    ...hunk.lines.map((line) => paintLine(line.replace(/\r$/, ''), paint)),
  ]);
  const left = body.length - lines;
  // A line of dots that stands for one line saves nothing.
  if (left <= 1) return [...head, ...body];
  return [...head, ...body.slice(0, lines), paint('dim', `… ${count(left, 'more line')}`)];
}

function header({ oldStart, oldLines, newStart, newLines }: StructuredPatchHunk): string {
  return `@@ -${range(oldStart, oldLines)} +${range(newStart, newLines)} @@`;
}

/** No lines are after the line before. */
function range(start: number, length: number): string {
  if (length === 0) return `${String(start - 1)},0`;
  return length === 1 ? String(start) : `${String(start)},${String(length)}`;
}

function paintLine(line: string, paint: Paint): string {
  const text = printable(line);
  if (line.startsWith('+')) return paint('green', text);
  if (line.startsWith('-')) return paint('red', text);
  return line.startsWith('\\') ? paint('dim', text) : text;
}

/** The same for other programs: complete, and as `patch` reads it. */
export function diffText({ file, before, after }: TwoTexts): string {
  const patch = structuredPatch(file, file, before, after, undefined, undefined, {
    context: 3,
    maxEditLength: TOO_FAR,
  });
  const lines = (patch ?? replacing(file, before, after)).hunks.flatMap((hunk) => [header(hunk), ...hunk.lines]);
  return [`--- ${file}`, `+++ ${file}`, ...lines, ''].join('\n');
}

/** A patch that takes every line away, and puts the others in. */
function replacing(file: string, before: string, after: string): { readonly hunks: readonly StructuredPatchHunk[] } {
  const [from, to] = [structuredPatch(file, file, before, ''), structuredPatch(file, file, '', after)].map(
    ({ hunks }) => hunks,
  );
  const [[gone], [come]] = [from ?? [], to ?? []];
  if (gone === undefined || come === undefined) return { hunks: [...(from ?? []), ...(to ?? [])] };
  return { hunks: [{ ...gone, newStart: 1, newLines: come.newLines, lines: [...gone.lines, ...come.lines] }] };
}
