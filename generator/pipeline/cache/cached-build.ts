import { access, readFile } from 'node:fs/promises';
import path from 'node:path';
import { hash } from '../../data/hash.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { displayPath } from '../../diagnostics/display-path.ts';
import { removeLeftovers } from '../../write/leftovers.ts';
import { manifestName, readManifest } from '../../write/manifest.ts';
import { passesLink } from '../../write/path-below.ts';
import { pendingName } from '../../write/pending.ts';
import type { BuiltIntegration } from '../build-report.ts';
import { readRecord, writeRecord, type BuildPlace } from './build-record.ts';
import { generatorFingerprint } from './generator-fingerprint.ts';

/** An integration that need not be built again. */
export interface CachedBuild {
  readonly built: BuiltIntegration;
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: ReadonlyMap<string, string>;
}

/** A build to remember. */
export interface FinishedBuild {
  readonly built: BuiltIntegration;
  /** Hash of the manifest that was written. */
  readonly manifest: string;
  /** Absolute paths of the spec, of what it refers to and of its gaps' files, with the texts that were read; undefined where there was none. */
  readonly inputs: ReadonlyMap<string, string | undefined>;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * What the last build made of a spec, if nothing has changed since: not the generator, not the spec nor any file that it
 * refers to, not one file of the output. Undefined at the least doubt. Never rejects.
 */
export async function cachedBuild(spec: string, place: BuildPlace): Promise<CachedBuild | undefined> {
  try {
    const record = await readRecord(spec, place);
    if (record === undefined || record.key !== keyOf(place)) return undefined;
    const sources = await sameInputs(record.inputs, place);
    const outputDir = path.join(place.outDir, record.name);
    const files = await sameOutput(outputDir, record.manifest);
    if (sources === undefined || files === undefined) return undefined;
    // Of a build that was killed before it put anything in its place.
    await removeLeftovers(outputDir);
    const { name, gaps, diagnostics } = record;
    const specFile = displayPath(spec, place.cwd);
    const built = { name, specFile, outputDir, written: [], unchanged: files, removed: [], ejected: [], gaps };
    return { built, diagnostics, sources };
  } catch {
    return undefined;
  }
}

/** Remembers a build. One with ejected files is not: what they import is the user's, and not known. Never rejects. */
export async function rememberBuild(spec: string, place: BuildPlace, build: FinishedBuild): Promise<void> {
  const { built, manifest, inputs, diagnostics } = build;
  if (built.ejected.length > 0) return;
  const key = attempt(() => keyOf(place));
  if (key === undefined) return;
  const hashes = [...inputs].map(([file, text]) => [
    path.relative(place.outDir, file),
    text === undefined ? '' : hash(text),
  ]);
  await writeRecord(spec, place, {
    key,
    inputs: Object.fromEntries(hashes),
    name: built.name,
    manifest,
    gaps: built.gaps,
    diagnostics,
  });
}

/** A generator that cannot say what it is remembers nothing. */
function attempt<Result>(work: () => Result): Result | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

/** Messages name files from the working directory, so another one is another key. */
function keyOf({ outDir, cwd }: BuildPlace): string {
  return hash(JSON.stringify([2, generatorFingerprint(), path.relative(outDir, cwd)]));
}

/** The texts of the inputs, by their names in messages; undefined where one is not what it was. */
async function sameInputs(
  inputs: Readonly<Record<string, string>>,
  { outDir, cwd }: BuildPlace,
): Promise<ReadonlyMap<string, string> | undefined> {
  const sources = new Map<string, string>();
  for (const [file, digest] of Object.entries(inputs)) {
    const absolute = path.resolve(outDir, file);
    const text = digest === '' ? await nothingAt(absolute) : decoded(await readFile(absolute));
    if (text === undefined || (digest !== '' && hash(text) !== digest && hash(unixLines(text)) !== digest))
      return undefined;
    sources.set(displayPath(absolute, cwd), text);
  }
  return sources;
}

function decoded(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
}

/** As the files of gaps are read. */
function unixLines(text: string): string {
  return text.replaceAll('\r\n', '\n');
}

/** Empty where there is no file; undefined where there is one now. */
async function nothingAt(file: string): Promise<string | undefined> {
  return await access(file).then(
    () => undefined,
    () => '',
  );
}

/** The files of an output; undefined where one is not what the manifest says, or the manifest is another one. */
async function sameOutput(outputDir: string, digest: string): Promise<readonly string[] | undefined> {
  const text = await readFile(path.join(outputDir, manifestName), 'utf8');
  const manifest = readManifest(text);
  if (hash(text) !== digest || 'reason' in manifest || manifest.ejected.size > 0) return undefined;
  if (
    await access(path.join(outputDir, pendingName)).then(
      () => true,
      () => false,
    )
  )
    return undefined;
  const same = await Promise.all(
    Array.from(manifest.files, async ([file, { sha256 }]) => {
      if (await passesLink(outputDir, file)) return false;
      return hash(await readFile(path.join(outputDir, file))) === sha256;
    }),
  );
  return same.every(Boolean) ? [...manifest.files.keys()] : undefined;
}
