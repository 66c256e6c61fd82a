import path from 'node:path';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { GapEntry } from '../../gap/lock/gap-entry.ts';
import type { Attachment } from '../../gap/prompt/attachment.ts';
import type { FillPrompts } from '../../gap/prompt/fill-prompts.ts';
import { loadPrompts } from '../../gap/prompt/load-prompts.ts';
import { readAttachments } from '../../gap/prompt/read-attachments.ts';
import { DiagnosticError } from '../diagnostic-error.ts';
import type { PromptOptions } from './fill-options.ts';

/** What the prompts of these gaps are made of. */
export interface PromptParts {
  readonly prompts: FillPrompts;
  /** Named from the folder of the gap's spec. */
  readonly attachmentsOf: (entry: Pick<GapEntry, 'files'>) => readonly Attachment[];
}

/** Reads templates and attachments; throws with all that is wrong with them. */
export async function readPrompts(
  entries: readonly GapEntry[],
  options: PromptOptions,
  cwd: string,
): Promise<PromptParts> {
  const diagnostics: Diagnostic[] = [];
  const folder = options.prompts === undefined ? undefined : path.resolve(cwd, options.prompts);
  const loaded = await loadPrompts({ folder, version: options.prompt });
  if (!loaded.ok) diagnostics.push(loaded.diagnostic);
  const files = options.attach.map((text) => attachedFile(text, cwd));
  const read = new Map<string, readonly Attachment[]>();
  for (const specFolder of new Set(entries.map((entry) => entry.files.folder))) {
    const found = await readAttachments(files, specFolder);
    // The same files for each folder: told once.
    if (read.size === 0) diagnostics.push(...found.diagnostics);
    read.set(specFolder, found.attachments);
  }
  if (!loaded.ok || diagnostics.length > 0) throw new DiagnosticError(diagnostics);
  return { prompts: loaded.prompts, attachmentsOf: (entry) => read.get(entry.files.folder) ?? [] };
}

/** `docs/api.md:API document`; a colon of a drive (`C:\…`) is none before a role. */
export function attachedFile(text: string, cwd: string): { readonly path: string; readonly role?: string } {
  const { file = text, role } = /^(?<file>.{2,}?):(?<role>[^/\\:]+)$/.exec(text)?.groups ?? {};
  return { path: path.resolve(cwd, file), ...(role !== undefined && { role }) };
}
