import { isRecord } from '../data/is-record.ts';
import { isPathBelow } from './path-below.ts';

/** The file in an output folder that says what was generated there. */
export const manifestName = 'flowright.manifest.json';

/**
 * The part of the spec that something was made from, as a path: `mappings.orderToDeal`. Paths and no line numbers, so that
 * a line that moves changes no byte.
 */
export interface Origin {
  readonly spec: string;
  /** The names that the file exports, the functions of a client and the steps of a workflow, and where the spec has each. */
  readonly symbols?: Readonly<Record<string, string>>;
}

/** A generated file: SHA-256 of its content as hexadecimal digits, and what it was made from. */
export interface ManifestFile extends Partial<Origin> {
  readonly sha256: string;
}

/** What an output folder holds, by paths below it. */
export interface Manifest {
  readonly files: ReadonlyMap<string, ManifestFile>;
  /** Files that belong to the user since `eject`; the hash is that of what would be generated in their place. */
  readonly ejected: ReadonlyMap<string, ManifestFile>;
  /** What else was noted: the spec, its version, the generator's. */
  readonly notes: Readonly<Record<string, unknown>>;
}

/** The manifest's text: the files sorted by path, after what else is noted in it. */
export function manifestText({ files, ejected, notes }: Manifest): string {
  const data = { version: 2, ...notes, files: sorted(files), ...(ejected.size > 0 && { ejected: sorted(ejected) }) };
  return `${JSON.stringify(data, undefined, 2)}\n`;
}

function sorted(files: ReadonlyMap<string, ManifestFile>): Readonly<Record<string, ManifestFile>> {
  return Object.fromEntries([...files].toSorted(([left], [right]) => (left < right ? -1 : 1)));
}

/** Reads a manifest's text; says what is wrong with it instead where it cannot be trusted. */
export function readManifest(text: string): Manifest | { readonly reason: string } {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return { reason: 'it is not JSON' };
  }
  if (!isRecord(data) || (data['version'] !== 1 && data['version'] !== 2)) return { reason: 'it has another version' };
  const { version: _version, files: listed, ejected: owned = {}, ...notes } = data;
  if (!isRecord(listed)) return { reason: 'it has no list of files' };
  if (!isRecord(owned)) return { reason: 'its list of ejected files is none' };
  const files = readFiles(listed);
  if ('reason' in files) return files;
  const ejected = readFiles(owned);
  return 'reason' in ejected ? ejected : { files, ejected, notes };
}

function readFiles(
  listed: Readonly<Record<string, unknown>>,
): ReadonlyMap<string, ManifestFile> | { readonly reason: string } {
  const files = new Map<string, ManifestFile>();
  for (const [path, value] of Object.entries(listed)) {
    // Version 1 had the hash alone.
    const file = readFile(isRecord(value) ? value : { sha256: value });
    if (file === undefined || !isPathBelow(path))
      return { reason: `its entry '${path}' is not one that is ever written` };
    files.set(path, file);
  }
  return files;
}

function readFile({ sha256, spec, symbols }: Readonly<Record<string, unknown>>): ManifestFile | undefined {
  if (typeof sha256 !== 'string') return undefined;
  const named = isRecord(symbols) ? Object.entries(symbols) : [];
  return {
    sha256,
    ...(typeof spec === 'string' && { spec }),
    ...(named.length > 0 && { symbols: Object.fromEntries(named.map(([name, path]) => [name, String(path)])) }),
  };
}
