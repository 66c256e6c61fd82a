import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Paint } from '../../diagnostics/render/colour.ts';
import type { GapEntry } from '../../gap/lock/gap-entry.ts';
import type { VerifiedGap } from '../../gap/lock/verify-gap.ts';
import type { GapsReport } from '../../pipeline/find-gaps.ts';
import { diagnosticsJson } from '../render/check-report.ts';
import { columns } from '../render/columns.ts';
import { count } from '../../diagnostics/render/count.ts';
import { duration } from '../render/duration.ts';
import { gapJson, paintState, placeOf, summaryOf } from './gaps-report.ts';

/** What `gaps verify` found. */
export interface VerifyReport {
  readonly found: GapsReport;
  readonly verified: ReadonlyMap<GapEntry, VerifiedGap>;
  /** Those of specs, files and bodies. */
  readonly diagnostics: readonly Diagnostic[];
  /** Of the tests alone. */
  readonly milliseconds: number;
}

/** Every gap with its state and, where it is not ok, why and what to do. */
export function renderVerified({ found, verified, milliseconds }: VerifyReport, paint: Paint): string {
  if (found.specs === 0) return '';
  const blocks = found.integrations.flatMap(({ name, gaps }) => {
    const all = gaps.flatMap((gap) => verified.get(gap) ?? []);
    if (all.length === 0) return [];
    const lines = columns(
      all.map((one) => [
        `  ${one.entry.contract.gap}`,
        paintState(one.state, paint),
        paint('dim', placeOf(one.entry)),
        told(one, paint),
      ]),
    );
    return [[paint('bold', name), ...lines].map((line) => `${line.trimEnd()}\n`).join('')];
  });
  const time = paint('dim', `(${duration(milliseconds)})`);
  return [...blocks, `${summaryOf([...verified.values()], paint)} ${time}\n`].join('\n');
}

function told(one: VerifiedGap, paint: Paint): string {
  const { entry, state, why, problems } = one;
  const { examples } = entry.contract;
  if (state === 'ok') return paint('dim', examples.length === 0 ? 'no examples' : count(examples.length, 'example'));
  const failing = problems.length === 0 ? '' : ` (${count(problems.length, 'problem')} above)`;
  return `${why}${failing}: ${adviceFor(one)}`;
}

/** What to do about a gap that is not ok, as a clause. */
export function adviceFor({ entry, state, problems, adoptable }: VerifiedGap): string {
  const name = `${entry.contract.integration} ${entry.contract.gap}`;
  if (entry.diagnostics.length > 0) return 'restore its files';
  if (state === 'missing' && entry.lock !== undefined) return `restore the body, or flowright gaps fill ${name}`;
  if (state === 'missing') return `flowright gaps fill ${name}, or write it after flowright gaps adopt ${name}`;
  if (adoptable) return `it passes, flowright gaps adopt ${name} accepts it`;
  return problems.length > 0 ? `correct it, or flowright gaps fill ${name}` : `flowright gaps adopt ${name}`;
}

/** The same for other programs. */
export function verifiedJson({ found, verified, diagnostics, milliseconds }: VerifyReport): unknown {
  return {
    version: 1,
    specs: found.specs,
    integrations: found.integrations.map(({ name, specFile, gaps }) => ({
      name,
      specFile,
      gaps: gaps.flatMap((gap) => {
        const one = verified.get(gap);
        if (one === undefined) return [];
        const { state, why, problems, adoptable } = one;
        return [{ ...gapJson(gap), state, ...(why !== '' && { why }), problems, adoptable }];
      }),
    })),
    milliseconds: Math.round(milliseconds),
    ...diagnosticsJson(diagnostics),
  };
}
