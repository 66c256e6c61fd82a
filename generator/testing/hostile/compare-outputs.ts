import { STAND, type Change } from './change.ts';
import { compareCode } from './compare-code.ts';
import { compareEnvironment } from './compare-environment.ts';
import { compareJson } from './compare-json.ts';
import { comparePicture } from './compare-picture.ts';
import { compareReadme } from './compare-readme.ts';
import { expectation, type Expectation } from './expectation.ts';
import type { Made } from './outputs.ts';

/** What differs between an output and its harmless twin, but for the texts themselves. */
export function compareOutputs(made: Made, twin: Made, changes: readonly Change[]): readonly string[] {
  const expected = expectation(changes);
  const paths = made.files.filter(({ path }) => !/^[\w.][\w.-]*(?:\/[\w.-]+)*$/.test(path) || path.includes('..'));
  if (paths.length > 0) return paths.map(({ path }) => `a file ${path}`);
  if (made.files.length !== twin.files.length)
    return [
      `files ${made.files.map(({ path }) => path).join()} in the place of ${twin.files.map(({ path }) => path).join()}`,
    ];
  const files = twin.files.map((file) => {
    const found =
      made.files.find(({ path }) => path === file.path) ??
      made.files.find((one) => isNamedAfter(file.path, one.path, expected));
    return found === undefined ? `no file ${file.path}` : compareFile(found, file, expected);
  });
  const pictures = made.pictures.map((picture, index) => comparePicture(picture, twin.pictures[index] ?? ''));
  return [...files, ...pictures].filter((one) => one !== undefined);
}

function isNamedAfter(twin: string, path: string, { isMarked }: Expectation): boolean {
  return isMarked(twin) && new RegExp(`^${twin.replaceAll(new RegExp(STAND, 'gi'), '[\\w-]+')}$`).test(path);
}

function compareFile(
  { path, text }: Made['files'][number],
  twin: Made['files'][number],
  expected: Expectation,
): string | undefined {
  if (path.endsWith('.ts')) return compareCode(path, text, twin.text, expected);
  if (path.endsWith('.json')) return compareJson(path, text, twin.text, expected);
  return path === 'README.md' ? compareReadme(text, twin.text) : compareEnvironment(text, twin.text);
}
