import { diagnostic, hasErrors, type Diagnostic } from '../../diagnostics/diagnostic.ts';
import { displayPath } from '../../diagnostics/display-path.ts';
import { paintFor } from '../../diagnostics/render/colour.ts';
import type { GapEntry } from '../../gap/lock/gap-entry.ts';
import { adoptGaps, type AdoptedGap } from '../../gap/lock/adopt-gap.ts';
import { EXIT, exitCodeOf, type ExitCode } from '../exit-code.ts';
import type { CommandContext } from '../io.ts';
import { diagnosticsJson } from '../render/check-report.ts';
import { columns } from '../render/columns.ts';
import { writeDiagnostics } from '../render/write-diagnostics.ts';
import { writeJson } from '../render/write-json.ts';
import { bodyDiagnostics } from './body-diagnostics.ts';
import { findOne } from './find-one.ts';
import { verifyProgress } from './verify-progress.ts';
import { withJudge } from './with-judge.ts';

export interface AdoptOptions {
  readonly spec: readonly string[];
}

/** `flowright gaps adopt INTEGRATION [GAP…]`: locks bodies that pass; writes one to start from where there is none. */
export async function adoptCommand(
  integration: string,
  names: readonly string[],
  { spec }: AdoptOptions,
  context: CommandContext,
): Promise<ExitCode> {
  const { stdout, cwd } = context.io;
  const named = await findOne(integration, names, spec, cwd);
  const gaps = names.length > 0 ? named : named.filter(({ state }) => state !== 'ok');
  const unusable = gaps.flatMap(({ diagnostics }) => diagnostics);
  if (hasErrors(unusable)) {
    writeDiagnostics(unusable, context, new Map(gaps.flatMap(({ texts }) => [...texts])));
    return exitCodeOf(unusable);
  }
  const adopted = await adoptAll(gaps, context);
  const diagnostics = adopted.flatMap((one) => problemsOf(one, cwd));
  if (context.json)
    writeJson(stdout, {
      version: 1,
      integration,
      gaps: adopted.map((one) => json(one, cwd)),
      ...diagnosticsJson(diagnostics),
    });
  else {
    if (diagnostics.length > 0)
      writeDiagnostics(diagnostics, context, new Map(gaps.flatMap(({ texts }) => [...texts])));
    const paint = paintFor(stdout);
    const lines = columns(adopted.map((one) => [paint('bold', one.entry.contract.gap), told(one, cwd)]));
    stdout.write(
      lines.length === 0 ? `every gap of ${integration} is ok\n` : lines.map((line) => `${line}\n`).join(''),
    );
  }
  if (diagnostics.some(({ code }) => code === 'FR5004')) return EXIT.infrastructure;
  return adopted.every(({ end }) => end.kind === 'locked') ? EXIT.ok : EXIT.failed;
}

async function adoptAll(gaps: readonly GapEntry[], context: CommandContext): Promise<readonly AdoptedGap[]> {
  if (gaps.every(({ body }) => body === undefined)) return await adoptGaps(gaps, () => Promise.resolve([]));
  const progress = verifyProgress(context, gaps.length);
  progress.tested(0);
  try {
    return await withJudge(async (judge) => await adoptGaps(gaps, judge));
  } finally {
    progress.end();
  }
}

function problemsOf({ entry, end }: AdoptedGap, cwd: string): readonly Diagnostic[] {
  if (end.kind === 'fails') return bodyDiagnostics(entry, end.problems, cwd);
  if (end.kind !== 'unwritable') return [];
  return [diagnostic('FR5004', { file: displayPath(end.file, cwd), action: 'write', reason: end.reason })];
}

function told({ entry, end }: AdoptedGap, cwd: string): string {
  const file = displayPath(entry.files.body, cwd);
  switch (end.kind) {
    case 'locked':
      return `${file} passes and is locked`;
    case 'begun':
      return `there was no body: write it in ${file}, then adopt it`;
    case 'fails':
      return `${file} fails its contract and is not locked`;
    case 'unwritable':
      return `${file} was not written`;
  }
}

function json({ entry, end }: AdoptedGap, cwd: string): unknown {
  return {
    gap: entry.contract.gap,
    file: displayPath(entry.files.body, cwd),
    end: end.kind,
    ...(end.kind === 'locked' && { provenance: end.lock.provenance }),
    ...(end.kind === 'fails' && { problems: end.problems }),
  };
}
