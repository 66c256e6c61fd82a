import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { displayPath } from '../../diagnostics/display-path.ts';
import { DiagnosticError } from '../diagnostic-error.ts';
import { notWritten } from '../not-written.ts';
import type { Picture } from './pictures.ts';

const EXTENSION = { mermaid: 'mmd', svg: 'svg' } as const;

/** The format that a file's name asks for; undefined where it is the name of a folder. */
export function formatOfFile(path: string): Picture['format'] | undefined {
  if (/\.svg$/i.test(path)) return 'svg';
  return /\.(?:mmd|mermaid)$/i.test(path) ? 'mermaid' : undefined;
}

/** Writes one picture to a file, or each to a file of its own in a folder; their paths, as messages show them. */
export async function writePictures(
  pictures: readonly Picture[],
  out: string,
  cwd: string,
): Promise<readonly string[]> {
  const isFile = formatOfFile(out) !== undefined;
  const written: string[] = [];
  for (const picture of pictures) {
    const path = resolve(
      cwd,
      isFile ? out : join(out, `${picture.integration}.${picture.id}.${EXTENSION[picture.format]}`),
    );
    await write(path, picture.text, cwd);
    written.push(displayPath(path, cwd));
  }
  return written;
}

async function write(path: string, text: string, cwd: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  } catch (error) {
    throw new DiagnosticError([await notWritten(error, path, { cwd, option: '--out' })], error);
  }
}
