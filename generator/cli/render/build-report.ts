import type { Paint } from '../../diagnostics/render/colour.ts';
import { displayPath } from '../../diagnostics/display-path.ts';
import type { BuildReport, BuiltIntegration } from '../../pipeline/build-report.ts';
import type { GapReport } from '../../pipeline/gap-report.ts';
import { diagnosticsJson } from './check-report.ts';
import { count } from '../../diagnostics/render/count.ts';
import { duration } from './duration.ts';
import { diffText } from './file-diff.ts';

/** What `build` says of each integration, and a summary with the time that each stage took. */
export function renderBuild(report: BuildReport, cwd: string, paint: Paint): string {
  const blocks = report.integrations.map((built) =>
    [head(built, cwd, paint), ...details(built, report, paint)].map((line) => `${line}\n`).join(''),
  );
  return [...blocks, closing(report, paint)].join('\n');
}

function head({ name, outputDir }: BuiltIntegration, cwd: string, paint: Paint): string {
  return `${paint('bold', name)} → ${paint('cyan', `${displayPath(outputDir, cwd)}/`)}`;
}

function details(built: BuiltIntegration, report: BuildReport, paint: Paint): readonly string[] {
  const { written, unchanged, removed, ejected, gaps } = built;
  const changed = written.length + removed.length > 0;
  const files = [
    ...(changed ? [] : ['nothing changed']),
    ...(written.length > 0 ? [`${count(written.length, 'file')} written`] : []),
    ...(unchanged.length > 0
      ? [changed ? `${String(unchanged.length)} unchanged` : count(unchanged.length, 'file')]
      : []),
    ...(removed.length > 0 ? [`${String(removed.length)} removed`] : []),
    ...(ejected.length > 0 ? [`${String(ejected.length)} ejected`] : []),
  ];
  const warnings = warningsOf(built, report);
  return [
    `  ${files.join(', ')}`,
    ...gapLines(gaps, paint),
    ...(warnings > 0 ? [`  ${paint('yellow', count(warnings, 'warning'))}`] : []),
  ];
}

/** Missing gaps on a line; of the others each with why it is not used, which somebody has to see to. */
function gapLines(gaps: readonly GapReport[], paint: Paint): readonly string[] {
  const missing = gaps.filter(({ state }) => state === 'missing').map(({ gap }) => gap);
  const others = gaps.filter(({ state }) => state !== 'missing');
  return [
    ...(missing.length > 0
      ? [`  ${paint('yellow', `${count(missing.length, 'gap')} to fill:`)} ${missing.join(', ')}`]
      : []),
    ...others.map(({ gap, state, why }) => `  ${paint('yellow', `gap ${gap} is ${state}:`)} ${why}`),
    ...(others.length > 0 ? [`  ${paint('dim', 'calling these fails; flowright gaps verify says what to do')}`] : []),
  ];
}

function warningsOf({ specFile }: BuiltIntegration, { diagnostics }: BuildReport): number {
  return diagnostics.filter((one) => one.severity === 'warning' && one.place?.file === specFile).length;
}

function closing({ integrations, specs, timings }: BuildReport, paint: Paint): string {
  if (specs === 0) return '';
  const left = specs - integrations.length;
  const stages = Object.entries(timings);
  const total = stages.reduce((sum, [, milliseconds]) => sum + milliseconds, 0);
  const times = paint(
    'dim',
    `(${stages.map(([stage, milliseconds]) => `${stage} ${duration(milliseconds)}`).join(', ')})`,
  );
  const built = `${count(integrations.length, 'integration')} built in ${duration(total)}`;
  return left === 0
    ? `${paint('green', built)} ${times}\n`
    : `${paint('red', `${count(left, 'spec')} not built`)}, ${built} ${times}\n`;
}

/** The same for other programs: folders relative to the working directory, times in milliseconds. */
export function buildJson(report: BuildReport, cwd: string): unknown {
  return {
    version: 1,
    specs: report.specs,
    integrations: report.integrations.map((built) => ({
      name: built.name,
      specFile: built.specFile,
      folder: displayPath(built.outputDir, cwd),
      written: built.written,
      unchanged: built.unchanged,
      removed: built.removed,
      ejected: built.ejected,
      gaps: built.gaps,
      warnings: warningsOf(built, report),
    })),
    refused: report.refused.map(({ name, outputDir, changes }) => ({
      name,
      folder: displayPath(outputDir, cwd),
      files: changes.map((change) => ({
        file: change.path,
        reason: change.kind,
        diff: diffText({ ...change, file: change.path }),
      })),
    })),
    timings: Object.fromEntries(
      Object.entries(report.timings).map(([stage, milliseconds]) => [stage, Math.round(milliseconds)]),
    ),
    ...diagnosticsJson(report.diagnostics),
  };
}
