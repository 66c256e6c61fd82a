import { readFileSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hash } from '../../data/hash.ts';
import { isRecord } from '../../data/is-record.ts';

/** The folder of the generator's code, source or built, and the package around it. */
const code = fileURLToPath(new URL('../..', import.meta.url));
const root = join(code, '..');

let known: string | undefined;

/**
 * Changes with everything that decides what a build makes of a spec: the generator's own code, its dependencies, the
 * runtime whose types are checked against, Node. By the sizes and times of files rather than by their content: it takes
 * milliseconds, and a file that was only touched costs a build, nothing else. It never leaves this machine.
 */
export function generatorFingerprint(): string {
  known ??= hash(JSON.stringify([process.version, ...stamps()]));
  return known;
}

function stamps(): readonly string[] {
  const manifest = join(root, 'package.json');
  const runtime = packageFolder('@flowright/runtime');
  return [
    ...stampsBelow(code),
    stamp(manifest),
    stamp(join(root, 'spec', 'integration.schema.json')),
    ...dependencies(manifest).map((name) => stamp(join(packageFolder(name), 'package.json'))),
    ...stampsBelow(join(runtime, 'dist')),
  ];
}

/** All files but those of tests, which build nothing. */
export function stampsBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .toSorted((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return entry.name === 'testing' ? [] : stampsBelow(path);
      return /\.test\.ts$|\.map$/.test(entry.name) ? [] : [stamp(path)];
    });
}

/** The time of the last change of any kind is in it, which copying and unpacking set anew. */
function stamp(path: string): string {
  const { size, mtimeMs, ctimeMs } = statSync(path);
  return [relative(root, path), size, mtimeMs, ctimeMs].join(' ');
}

function dependencies(manifest: string): readonly string[] {
  const data: unknown = JSON.parse(readFileSync(manifest, 'utf8'));
  return isRecord(data) && isRecord(data['dependencies']) ? Object.keys(data['dependencies']).toSorted() : [];
}

function packageFolder(name: string): string {
  const file = findPackageJSON(name, import.meta.url);
  if (file === undefined) throw new Error(`the package ${name} is not installed`);
  return dirname(realpathSync(file));
}
