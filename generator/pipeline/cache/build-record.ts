import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { hash } from '../../data/hash.ts';
import { isRecord } from '../../data/is-record.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { GapReport } from '../gap-report.ts';
import { removeLeftovers } from '../../write/leftovers.ts';
import { writeAtomically } from '../../write/write-atomically.ts';

/** Where a spec is built: both absolute. */
export interface BuildPlace {
  readonly outDir: string;
  readonly cwd: string;
}

/** What a build without errors made of a spec, as long as nothing has changed since. */
export interface BuildRecord {
  /** Of the generator and the folders: another key, another build. */
  readonly key: string;
  /**
   * The hash of the text of the spec, of each file that it refers to, and of those of its gaps, by their paths from the output
   * folder; empty for one that is not there.
   */
  readonly inputs: Readonly<Record<string, string>>;
  readonly name: string;
  /** The hash of the manifest, which has the hashes of all files. */
  readonly manifest: string;
  readonly gaps: readonly GapReport[];
  /** The warnings. */
  readonly diagnostics: readonly Diagnostic[];
}

/** The record of a spec, beside the outputs; undefined where there is none that can be read. */
export async function readRecord(spec: string, place: BuildPlace): Promise<BuildRecord | undefined> {
  try {
    const data: unknown = JSON.parse(await readFile(recordFile(spec, place), 'utf8'));
    return isRecordOfBuild(data) ? data : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a record. A cache that cannot be written is none: never rejects. */
export async function writeRecord(spec: string, place: BuildPlace, record: BuildRecord): Promise<void> {
  const file = recordFile(spec, place);
  try {
    await mkdir(path.dirname(file), { recursive: true });
    // Each time anew: a build may have been killed after it made the folder.
    await writeFile(path.join(place.outDir, '.flowright', '.gitignore'), '*\n', { flag: 'wx' }).catch(() => undefined);
    await writeAtomically(file, JSON.stringify(record));
  } catch {
    // The next build takes longer.
  }
}

/** Removes what killed builds left among the records. Never rejects. */
export async function tidyRecords({ outDir }: BuildPlace): Promise<void> {
  await removeLeftovers(recordsFolder(outDir));
}

function recordFile(spec: string, { outDir }: BuildPlace): string {
  return path.join(recordsFolder(outDir), `${hash(path.relative(outDir, spec)).slice(0, 16)}.json`);
}

function recordsFolder(outDir: string): string {
  return path.join(outDir, '.flowright', 'builds');
}

function isRecordOfBuild(data: unknown): data is BuildRecord {
  return (
    isRecord(data) &&
    ['key', 'name', 'manifest'].every((key) => typeof data[key] === 'string') &&
    isRecord(data['inputs']) &&
    Array.isArray(data['gaps']) &&
    Array.isArray(data['diagnostics'])
  );
}
