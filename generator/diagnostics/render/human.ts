import { catalogue } from '../catalogue/catalogue.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { Place } from '../place.ts';
import { sortDiagnostics } from '../sort.ts';
import { paintFor, type Paint } from './colour.ts';
import { excerpt } from './excerpt.ts';
import { printable } from './printable.ts';
import { summary } from './summary.ts';

export interface RenderOptions {
  /** The text of each file, by the name that places give it. A file that is not here is shown without its line. */
  readonly sources: ReadonlyMap<string, string>;
  /** Where the text goes; says whether there are colours. */
  readonly stream?: NodeJS.WritableStream;
  /** How many columns a line of source may take; 100 by default. */
  readonly width?: number;
}

/**
 * The diagnostics as a person reads them: sorted, each with its line of source, a caret under the exact range and the
 * fix, and a summary at the end. Ends with a line break; empty where there are none.
 */
export function renderHuman(diagnostics: readonly Diagnostic[], options: RenderOptions): string {
  const closing = summary(diagnostics);
  if (closing === undefined) return '';
  const paint = paintFor(options.stream);
  const lines = lineReader(options.sources);
  const sorted = sortDiagnostics(diagnostics);
  const blocks = sorted.slice(0, SHOWN).map((one) => renderOne(one, lines, paint, options.width ?? 100));
  if (sorted.length > SHOWN) blocks.push(`… and ${sorted.length - SHOWN} more, which --json prints`);
  return `${[...blocks, `${closing}\n${paint('dim', more(sorted))}`].join('\n\n')}\n`;
}

/** More than anybody reads; a file that is something else altogether has a mistake on every line. */
const SHOWN = 1000;

/** Where to read on: about the first error, as that is where one begins. */
function more(sorted: readonly Diagnostic[]): string {
  const { code } = sorted.find((one) => one.severity === 'error') ?? sorted[0] ?? { code: '' };
  return `flowright explain ${code} says more`;
}

type LineReader = (place: Place) => string | undefined;

function renderOne(one: Diagnostic, lines: LineReader, paint: Paint, width: number): string {
  const colour = one.severity === 'error' ? 'red' : 'yellow';
  const where = one.place === undefined ? '' : `${paint('cyan', location(one.place))} `;
  const label = one.severity === 'warning' ? `${paint(colour, 'warning:')} ` : '';
  const head = `${where}${paint([colour, 'bold'], one.code)} ${label}${printable(one.message)}`;
  const fix = one.fix === undefined ? undefined : printable(one.fix);
  const related = (one.related ?? []).map(
    ({ place, message }) => `  ${paint('cyan', location(place))} ${printable(message)}`,
  );
  return [
    head,
    ...source(one.place, fix, lines, paint, colour, width, catalogue[one.code].hidesSource === true),
    ...related,
  ].join('\n');
}

function source(
  place: Place | undefined,
  fix: string | undefined,
  lines: LineReader,
  paint: Paint,
  colour: 'red' | 'yellow',
  width: number,
  hidden: boolean,
): readonly string[] {
  const line = place === undefined ? undefined : lines(place);
  if (place === undefined || line === undefined || line.trim() === '') return fix === undefined ? [] : [`  ${fix}`];
  const end = place.endLine > place.line ? line.length : place.endColumn - 1;
  const start = place.column - 1;
  const shown = excerpt(
    hidden ? line.slice(0, start) + '*'.repeat(end - start) + line.slice(end) : line,
    start,
    end,
    width,
  );
  const gutter = `  ${place.line}`;
  const caret = ' '.repeat(shown.indent) + paint(colour, '^'.repeat(shown.length));
  return [
    `${paint('dim', `${gutter} |`)} ${shown.text.trimEnd()}`,
    `${paint('dim', `${' '.repeat(gutter.length)} |`)} ${caret}${fix === undefined ? '' : ` ${fix}`}`,
  ];
}

function location(place: Place): string {
  return `${printable(place.file)}:${place.line}:${place.column}`;
}

/** Splits each file once. */
function lineReader(sources: ReadonlyMap<string, string>): LineReader {
  const split = new Map<string, readonly string[]>();
  return ({ file, line }) => {
    const known = split.get(file) ?? sources.get(file)?.split('\n') ?? [];
    split.set(file, known);
    return known[line - 1]?.replace(/\r$/, '');
  };
}
