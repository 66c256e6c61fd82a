import path from 'node:path';
import { diagnostic, type Diagnostic } from '../../diagnostics/diagnostic.ts';
import { displayPath } from '../../diagnostics/display-path.ts';
import type { GapEntry } from '../../gap/lock/gap-entry.ts';
import { attachedFile } from './read-prompts.ts';

/** What is worth a thought before a model is asked: attachments that are left out, and bodies that would still do. */
export function warningsAhead(
  fill: readonly GapEntry[],
  passing: ReadonlySet<GapEntry>,
  { attach }: { readonly attach: readonly string[] },
  cwd: string,
): readonly Diagnostic[] {
  const named = new Set(attach.map((text) => attachedFile(text, cwd).path));
  return fill.flatMap((entry) => {
    const { contract, files, lock } = entry;
    const { gap, integration, place } = contract;
    const left = (lock?.attachments ?? [])
      .map(({ file }) => path.resolve(files.folder, file))
      .filter((file) => !named.has(file));
    return [
      ...(passing.has(entry) ? [diagnostic('FR7412', { gap, integration }, place)] : []),
      ...(left.length > 0
        ? [diagnostic('FR7411', { gap, files: left.map((file) => displayPath(file, cwd)) }, place)]
        : []),
    ];
  });
}
