import type { Paint, Style } from '../../diagnostics/render/colour.ts';
import { displayPath } from '../../diagnostics/display-path.ts';
import type { ComparedIntegration, CompareReport } from '../../pipeline/compare-specs.ts';
import type { FileChange } from '../../write/file-change.ts';
import { diagnosticsJson } from './check-report.ts';
import { columns } from './columns.ts';
import { count } from '../../diagnostics/render/count.ts';

const WORDS: Readonly<Record<FileChange['kind'], readonly [Style, string]>> = {
  add: ['green', 'would be written'],
  change: ['yellow', 'would change'],
  remove: ['red', 'would be removed'],
  edited: ['red', 'was edited by hand'],
  foreign: ['red', 'is in the way, and was not generated'],
  kept: ['red', 'was edited by hand, and is no longer generated'],
};

/** Whether `build --frozen` has nothing against an integration. */
export function isFrozen({ changes, gaps }: ComparedIntegration): boolean {
  return changes.length === 0 && gaps.length === 0;
}

/** What `build --frozen` says: for each integration the files that are not what would be generated, and its gaps. */
export function renderFrozen({ integrations, specs }: CompareReport, cwd: string, paint: Paint): string {
  if (specs === 0) return '';
  const off = integrations.filter((one) => !isFrozen(one));
  const blocks = off.map((one) =>
    [
      `${paint('bold', one.name)} → ${paint('cyan', `${displayPath(one.outputDir, cwd)}/`)}`,
      ...columns(one.changes.map(({ path, kind }) => [`  ${path}`, paint(...WORDS[kind])])),
      ...columns(
        one.gaps.map(({ gap, state, why }) => [`  ${gap}`, `${paint('yellow', `is a gap that is ${state}`)}: ${why}`]),
      ),
    ]
      .map((line) => `${line}\n`)
      .join(''),
  );
  const good = integrations.length - off.length;
  const wrong = specs - integrations.length;
  const closing = [
    ...(wrong > 0 ? [paint('red', count(wrong, 'spec has errors', 'specs have errors'))] : []),
    ...(off.length > 0 ? [paint('red', `${being(off.length)} not as ${saying(off.length)}`)] : []),
    ...(good > 0 ? [paint(off.length + wrong === 0 ? 'green' : 'dim', `${being(good)} as ${saying(good)}`)] : []),
  ];
  return [...blocks, `${closing.join(', ')}\n`].join('\n');
}

function being(number: number): string {
  return count(number, 'integration is', 'integrations are');
}

function saying(number: number): string {
  return number === 1 ? 'its spec says' : 'their specs say';
}

/** The same for other programs. */
export function frozenJson(report: CompareReport, cwd: string): unknown {
  return {
    version: 1,
    frozen: true,
    specs: report.specs,
    integrations: report.integrations.map((one) => ({
      name: one.name,
      specFile: one.specFile,
      folder: displayPath(one.outputDir, cwd),
      changes: one.changes.map(({ path, kind }) => ({ file: path, kind })),
      gaps: one.gaps,
    })),
    ...diagnosticsJson(report.diagnostics),
  };
}
