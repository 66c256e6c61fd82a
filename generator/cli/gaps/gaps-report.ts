import type { Paint, Style } from '../../diagnostics/render/colour.ts';
import { printable } from '../../diagnostics/render/printable.ts';
import type { GapEntry } from '../../gap/lock/gap-entry.ts';
import type { GapState, Provenance } from '../../gap/lock/gap-lock.ts';
import type { GapsReport } from '../../pipeline/find-gaps.ts';
import type { Output } from '../io.ts';
import { count } from '../../diagnostics/render/count.ts';
import { fittingColumns } from '../render/fitting-columns.ts';
import { diagnosticsJson } from '../render/check-report.ts';
import { dollars, tokens } from './money.ts';

const STYLES: Readonly<Record<GapState, Style>> = {
  ok: 'green',
  missing: 'yellow',
  stale: 'yellow',
  edited: 'yellow',
  broken: 'red',
};

/** A state in its colour. */
export function paintState(state: GapState, paint: Paint): string {
  return paint(STYLES[state], state);
}

/** Where a gap stands in its spec: `orders.integration.yaml:12`. */
export function placeOf({ contract: { place } }: GapEntry): string {
  return `${place.file}:${String(place.line)}`;
}

/** The gaps of each integration as a table, and how many are in which state. */
export function renderGaps({ integrations, specs }: GapsReport, paint: Paint, stream: Output): string {
  if (specs === 0) return '';
  const entries = integrations.flatMap(({ gaps }) => gaps);
  const table = fittingColumns(
    entries.map((entry) => row(entry, paint)),
    stream,
    2,
  );
  let at = 0;
  const blocks = integrations
    .filter(({ gaps }) => gaps.length > 0)
    .map(({ name, gaps }) => {
      const lines = table.slice(at, (at += gaps.length));
      return [paint('bold', name), ...lines].map((line) => `${line}\n`).join('');
    });
  const summary = summaryOf(entries, paint);
  const next = entries.some(({ state }) => state !== 'ok' && state !== 'missing')
    ? `${paint('dim', 'flowright gaps verify says why a gap is not ok, and where gaps adopt takes its body as it is')}\n`
    : '';
  return [...blocks, `${summary}\n${next}`].join('\n');
}

/** `3 gaps: 2 ok, 1 missing`. */
export function summaryOf(entries: readonly { readonly state: GapState }[], paint: Paint): string {
  if (entries.length === 0) return 'no gaps';
  const states: readonly GapState[] = ['ok', 'missing', 'stale', 'edited', 'broken'];
  const numbers = states.flatMap((state) => {
    const number = entries.filter((one) => one.state === state).length;
    return number === 0 ? [] : [paint(STYLES[state], `${String(number)} ${state}`)];
  });
  return `${count(entries.length, 'gap')}: ${numbers.join(', ')}`;
}

function row(entry: GapEntry, paint: Paint): readonly string[] {
  const { contract, kind, state, lock } = entry;
  const hidden = contract.examples.filter((one) => one.hidden).length;
  const visible = contract.examples.length - hidden;
  return [
    `  ${contract.gap}`,
    paintState(state, paint),
    paint('dim', kind),
    visible + hidden === 0
      ? paint('yellow', 'no examples')
      : `${count(visible, 'example')}${hidden === 0 ? '' : ` + ${String(hidden)} hidden`}`,
    paint('dim', placeOf(entry)),
    lock === undefined ? '' : paint('dim', originOf(lock.provenance)),
  ];
}

/** `claude-x via batch, fill@v1, 2 tries, 1,204 → 310 tokens, $0.0083`. */
function originOf(provenance: Provenance): string {
  if (provenance.by === 'hand') return 'by hand';
  const { model, via, prompt, tries, usage, cost, edited } = provenance;
  const used = tokens(usage.input ?? 0, usage.output ?? 0);
  return [
    `${printable(model)} via ${printable(via)}${edited === true ? ', edited by hand' : ''}`,
    printable(prompt),
    count(tries, 'try', 'tries'),
    ...(used === '' ? [] : [`${used} tokens`]),
    ...(cost === undefined ? [] : [dollars(cost)]),
  ].join(', ');
}

/** The same for other programs. */
export function gapsJson({ integrations, specs, diagnostics }: GapsReport): unknown {
  return {
    version: 1,
    specs,
    integrations: integrations.map(({ name, specFile, gaps }) => ({ name, specFile, gaps: gaps.map(gapJson) })),
    ...diagnosticsJson(diagnostics),
  };
}

export function gapJson({ contract, kind, state, why, lock }: GapEntry): Readonly<Record<string, unknown>> {
  const hidden = contract.examples.filter((one) => one.hidden).length;
  return {
    gap: contract.gap,
    kind,
    state,
    ...(why !== '' && { why }),
    place: contract.place,
    examples: { visible: contract.examples.length - hidden, hidden },
    criteria: contract.criteria.length,
    ...(lock !== undefined && { provenance: lock.provenance }),
  };
}
