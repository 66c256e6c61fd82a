import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { hash } from '../../data/hash.ts';
import { diagnostic, type Diagnostic } from '../../diagnostics/diagnostic.ts';
import { systemCode } from '../../diagnostics/system-code.ts';
import type { Attachment } from './attachment.ts';

/** A file to attach. */
export interface AttachedFile {
  /** Absolute, or from the working directory. */
  readonly path: string;
  readonly role?: string;
}

export interface ReadAttachments {
  readonly attachments: readonly Attachment[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Bytes of one attachment, and of all together: about 25,000 and 100,000 tokens. */
export const LONGEST_ATTACHMENT = 100_000;
export const LONGEST_ATTACHMENTS = 400_000;

/** Reads files to attach, named from the spec's folder; those that cannot be given are diagnostics, all of them. */
export async function readAttachments(files: readonly AttachedFile[], specFolder: string): Promise<ReadAttachments> {
  const attachments: Attachment[] = [];
  const diagnostics: Diagnostic[] = [];
  let bytes = 0;
  for (const { path: file, role } of files) {
    const read = await readText(file);
    const reason =
      'reason' in read
        ? read.reason
        : bytes + read.bytes.length > LONGEST_ATTACHMENTS
          ? `with it, the attachments have more than ${LONGEST_ATTACHMENTS / 1000} kB together`
          : undefined;
    if (reason !== undefined) diagnostics.push(diagnostic('FR7331', { file, reason }));
    if (reason !== undefined || 'reason' in read) continue;
    bytes += read.bytes.length;
    attachments.push({
      file: path.relative(path.resolve(specFolder), path.resolve(file)).split(path.sep).join('/'),
      ...(role !== undefined && { role }),
      sha256: hash(read.bytes),
      text: read.text,
    });
  }
  return { attachments, diagnostics };
}

type ReadText = { readonly bytes: Buffer; readonly text: string } | { readonly reason: string };

async function readText(file: string): Promise<ReadText> {
  try {
    const { size } = await stat(file);
    if (size > LONGEST_ATTACHMENT) return { reason: `it has more than ${LONGEST_ATTACHMENT / 1000} kB` };
    const bytes = await readFile(file);
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? { reason: 'it is no text' } : { bytes, text };
  } catch (error) {
    if (error instanceof TypeError) return { reason: 'it is no text in UTF-8' };
    const code = systemCode(error) ?? '';
    if (code === 'ENOENT' || code === 'ENOTDIR') return { reason: 'there is no such file' };
    return { reason: code === 'EISDIR' ? 'it is a folder' : `it cannot be read (${code})` };
  }
}
