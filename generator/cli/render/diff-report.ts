import { diffLines as countLines } from 'diff';
import { join } from 'node:path';
import type { Paint } from '../../diagnostics/render/colour.ts';
import { displayPath } from '../../diagnostics/display-path.ts';
import type { ComparedIntegration, CompareReport } from '../../pipeline/compare-specs.ts';
import { snapshotName } from '../../pipeline/spec-snapshot.ts';
import type { FileChange } from '../../write/file-change.ts';
import { manifestName } from '../../write/manifest.ts';
import { diagnosticsJson } from './check-report.ts';
import { columns } from './columns.ts';
import { count } from '../../diagnostics/render/count.ts';
import { diffLines, diffText, TOO_FAR } from './file-diff.ts';
import { specChangeLine } from './spec-change.ts';

/** Enough for a change that a person would read; the rest is told by its size. */
const LINES = 200;

export interface DiffView {
  /** Names only. */
  readonly stat: boolean;
  readonly cwd: string;
  readonly paint: Paint;
}

/** What a build would change: how the specs differ from those that the outputs were built from, and how the files would. */
export function renderDiff({ integrations, specs }: CompareReport, view: DiffView): string {
  const blocks = integrations.filter(({ changes }) => changes.length > 0).map((one) => renderOne(one, view));
  const wrong = specs - integrations.length;
  const closing =
    blocks.length === 0
      ? `${count(integrations.length, 'integration')}: nothing would change\n`
      : `${count(blocks.length, 'integration')} of ${String(integrations.length)} would change\n`;
  return specs === 0 || (wrong > 0 && integrations.length === 0) ? '' : [...blocks, closing].join('\n');
}

function renderOne(integration: ComparedIntegration, { stat, cwd, paint }: DiffView): string {
  const { name, outputDir, changes, specChanges } = integration;
  const nameOf = (path: string): string => displayPath(join(outputDir, path), cwd);
  const spec = specChanges?.map((change) => `  ${specChangeLine(change, paint)}`) ?? [
    '  its spec has never been built here',
  ];
  const files = changes.filter(({ path }) => !isOwn(path));
  const head = [
    `${paint('bold', name)} → ${paint('cyan', `${displayPath(outputDir, cwd)}/`)}`,
    ...(spec.length === 0 ? ['  the spec says the same as when it was built'] : spec),
    '',
  ];
  const body = stat
    ? columns((files.length === 0 ? changes : files).map((change) => [`  ${change.path}`, ...sizes(change, paint)]))
    : files.flatMap((change) => [
        ...diffLines({ ...change, file: nameOf(change.path) }, { paint, labels: labels(change), lines: LINES }),
        '',
      ]);
  return [...head, ...body].map((line) => `${line}\n`).join('');
}

/** What the generator writes for itself changes with everything, and says nothing that the rest does not. */
function isOwn(path: string): boolean {
  return path === manifestName || path === snapshotName;
}

function labels({ kind }: FileChange): readonly [string, string] {
  if (kind === 'edited' || kind === 'kept')
    return ['edited by hand', kind === 'kept' ? 'no longer generated' : 'generated'];
  if (kind === 'foreign') return ['yours', 'generated'];
  return [kind === 'add' ? 'absent' : 'as it is', kind === 'remove' ? 'removed' : 'as it would be'];
}

function sizes({ kind, ...change }: FileChange, paint: Paint): readonly string[] {
  const { added, removed } = lineCounts(change);
  return [paint('green', `+${String(added)}`), paint('red', `-${String(removed)}`), paint('dim', kind)];
}

function lineCounts({ before, after }: Pick<FileChange, 'before' | 'after'>): {
  readonly added: number;
  readonly removed: number;
} {
  const parts = countLines(before, after, { maxEditLength: TOO_FAR });
  if (parts === undefined) return { added: linesOf(after), removed: linesOf(before) };
  const sum = (which: 'added' | 'removed'): number =>
    parts.filter((part) => part[which]).reduce((total, part) => total + part.count, 0);
  return { added: sum('added'), removed: sum('removed') };
}

function linesOf(text: string): number {
  return text.split('\n').length - 1;
}

/** The same for other programs. */
export function diffJson(report: CompareReport, { stat, cwd }: Omit<DiffView, 'paint'>): unknown {
  return {
    version: 1,
    specs: report.specs,
    integrations: report.integrations.map((one) => ({
      name: one.name,
      specFile: one.specFile,
      folder: displayPath(one.outputDir, cwd),
      spec: one.specChanges ?? null,
      files: one.changes.map((change) => ({
        file: change.path,
        kind: change.kind,
        ...lineCounts(change),
        ...(!stat && !isOwn(change.path) && { diff: diffText({ ...change, file: change.path }) }),
      })),
    })),
    ...diagnosticsJson(report.diagnostics),
  };
}
