import type { Paint } from '../../diagnostics/render/colour.ts';
import { excerpt } from '../../diagnostics/render/excerpt.ts';
import { shareOf, type Fate, type Judged, type JudgedSpec } from '../../mutation/fate.ts';
import { MUTATION_KINDS } from '../../mutation/kinds.ts';
import { columns } from './columns.ts';
import { count } from '../../diagnostics/render/count.ts';

const FATES = ['diagnostic', 'type check', 'criterion', 'nobody', 'same code'] as const satisfies readonly Fate['by'][];
const HEAD = ['', 'deleted', 'diagnostic', 'type check', 'criterion', 'survived', 'same code', 'noticed'];
const WIDTH = 96;

/** Spec by spec what nobody would miss, with what could notice it, and how much is noticed of each kind. */
export function renderMutations(
  specs: readonly JudgedSpec[],
  sources: ReadonlyMap<string, string>,
  atLeast: number,
  paint: Paint,
): string {
  const judged = specs.flatMap((spec) => spec.judged);
  return [
    ...specs.flatMap((spec) => specLines(spec, sources, paint)),
    ...(judged.length === 0 ? [] : [...tableOf(judged, paint), '']),
    closing(specs, judged, atLeast, paint),
    '',
  ].join('\n');
}

const FAILS = {
  one: 'fails as it stands; flowright test says why',
  many: 'fail as they stand; flowright test says why',
} as const;

function specLines(
  { file, name, failing, judged }: JudgedSpec,
  sources: ReadonlyMap<string, string>,
  paint: Paint,
): readonly string[] {
  if (failing.length > 0)
    return [
      paint('bold', name),
      paint('red', `  not judged: ${failing.join(', ')} of ${file} ${FAILS[failing.length === 1 ? 'one' : 'many']}`),
      '',
    ];
  const survivors = judged.filter(({ fate }) => fate.by === 'nobody');
  if (survivors.length === 0) return [];
  return [paint('bold', name), ...survivors.flatMap((one) => survivorLines(one, sources.get(file) ?? '', paint)), ''];
}

function survivorLines({ mutation, place, fate }: Judged, text: string, paint: Paint): readonly string[] {
  const number = String(place.line);
  const line = text.split(/\r?\n/)[place.line - 1] ?? '';
  const start = place.column - 1;
  const end = place.endLine === place.line ? place.endColumn - 1 : line.length;
  const shown = excerpt(line, start, end, WIDTH);
  return [
    `  ${paint('bold', `${place.file}:${number}:${String(place.column)}`)} ${paint('yellow', 'nobody misses')} the ${mutation.description}`,
    `    ${paint('dim', `${number} |`)} ${shown.text}`,
    `    ${paint('dim', `${' '.repeat(number.length)} |`)} ${' '.repeat(shown.indent)}${paint('yellow', '^'.repeat(shown.length))} ${fate.by === 'nobody' ? fate.advice : ''}`,
  ];
}

function tableOf(judged: readonly Judged[], paint: Paint): readonly string[] {
  const rows = MUTATION_KINDS.flatMap((kind) => {
    const own = judged.filter(({ mutation }) => mutation.kind === kind);
    return own.length === 0 ? [] : [rowOf(kind, own)];
  });
  if (rows.length === 0) return [];
  const [head = '', ...lines] = columns([HEAD, ...rows, rowOf('all', judged)].map(aligned)).map((line) => `  ${line}`);
  return [paint('dim', head), ...lines.slice(0, -1), paint('bold', lines.at(-1) ?? '')];
}

function rowOf(name: string, judged: readonly Judged[]): readonly string[] {
  const by = FATES.map((fate) => judged.filter((one) => one.fate.by === fate).length);
  return [
    name,
    String(judged.length),
    ...by.map((number) => (number === 0 ? '–' : String(number))),
    percent(shareOf(judged)),
  ];
}

/** Numbers end below the end of what they count. */
function aligned(cells: readonly string[]): readonly string[] {
  return cells.map((cell, index) => (index === 0 ? cell : cell.padStart(HEAD[index]?.length ?? 0)));
}

function closing(specs: readonly JudgedSpec[], judged: readonly Judged[], atLeast: number, paint: Paint): string {
  const share = shareOf(judged);
  const of = ` (${count(judged.length, 'part')} of ${count(specs.length, 'spec')} deleted, each for itself)`;
  if (share === undefined) return paint('yellow', `nothing to delete${of}`);
  const enough = share >= atLeast;
  const wanted = enough ? '' : `, less than ${String(atLeast)} %`;
  return (
    paint(enough ? (share === 100 ? 'green' : 'yellow') : 'red', `${percent(share)} would be noticed${wanted}`) + of
  );
}

/** Rounded down: only what is whole is called 100 %. */
function percent(share: number | undefined): string {
  return share === undefined ? '–' : `${String(Math.floor(share * 10) / 10)} %`;
}

/** The same for other programs. */
export function mutationsJson(specs: readonly JudgedSpec[], atLeast: number): unknown {
  const judged = specs.flatMap((spec) => spec.judged);
  return {
    version: 1,
    share: shareOf(judged) ?? null,
    atLeast,
    kinds: Object.fromEntries(
      MUTATION_KINDS.flatMap((kind) => {
        const own = judged.filter(({ mutation }) => mutation.kind === kind);
        return own.length === 0 ? [] : [[kind, summaryOf(own)]];
      }),
    ),
    specs: specs.map(({ file, name, failing, judged: own }) => ({
      file,
      name,
      failing,
      ...summaryOf(own),
      mutations: own.map(({ mutation: { kind, path, description }, place, fate }) => ({
        kind,
        description,
        path,
        place,
        ...fateJson(fate),
      })),
    })),
  };
}

function summaryOf(judged: readonly Judged[]): object {
  const by = (fate: Fate['by']): number => judged.filter((one) => one.fate.by === fate).length;
  return {
    deleted: judged.length,
    diagnostic: by('diagnostic'),
    typeCheck: by('type check'),
    criterion: by('criterion'),
    survived: by('nobody'),
    sameCode: by('same code'),
    share: shareOf(judged) ?? null,
  };
}

function fateJson(fate: Fate): object {
  switch (fate.by) {
    case 'diagnostic':
      return { noticedBy: 'diagnostic', codes: [...new Set(fate.diagnostics.map(({ code }) => code))] };
    case 'type check':
      return { noticedBy: 'typeCheck' };
    case 'criterion':
      return { noticedBy: 'criterion', criteria: fate.criteria };
    case 'nobody':
      return { noticedBy: null, advice: fate.advice };
    case 'same code':
      return { noticedBy: null, sameCode: true };
  }
}
