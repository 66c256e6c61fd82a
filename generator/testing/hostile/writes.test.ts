import { readdir, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { temporaryFolder } from '../../../runtime/testing/test-engine.ts';
import { buildSpecs } from '../../pipeline/build-specs.ts';
import { changed, type Change } from './change.ts';
import { groupChanges } from './choose-changes.ts';
import { EXAMPLE_NAMES, readExample } from './example.ts';
import { PAYLOADS } from './payload.ts';
import { LONGEST, SEED } from './settings.ts';
import { openWorkshop } from './workshop.ts';

/** How many texts are in each of the specs that are built. */
const TOGETHER = 12;

async function listing(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name))).toSorted();
}

/** Changes that the check takes, each by itself and all together, with texts that lead to other folders. */
async function changesOf(name: (typeof EXAMPLE_NAMES)[number], folder: string): Promise<readonly unknown[]> {
  const example = await readExample(name);
  const workshop = await openWorkshop(folder, example);
  const paths = PAYLOADS.filter(({ text }) => /\.\.|etc|windows/.test(text));
  const all = example.positions.flatMap((position, index): readonly Change[] => {
    const payload = paths[(index + SEED) % paths.length];
    return payload === undefined || position.path[0] === 'name' ? [] : [{ position, payload, mode: 'append' }];
  });
  const taken: Change[] = [];
  for (const group of groupChanges(all, SEED, 1)) {
    if (taken.length === TOGETHER) break;
    const { checked } = await workshop.load(changed(example.files, [...taken, ...group]), [...taken, ...group]);
    if (checked !== undefined) taken.push(...group);
  }
  expect(taken.length).toBe(TOGETHER);
  return changed(example.files, taken);
}

test('nothing is written outside the folder of the output', { timeout: LONGEST }, async () => {
  const outer = temporaryFolder();
  const inner = path.join(outer, 'a', 'b');
  for (const name of EXAMPLE_NAMES) {
    const { names } = await readExample(name);
    const files = await changesOf(name, inner);
    for (const [index, file] of names.entries()) {
      const target = path.join(inner, 'specs', 'to', name, file);
      await mkdir(path.dirname(target), { recursive: true });
      await writeFile(target, file.endsWith('.json') ? JSON.stringify(files[index]) : stringify(files[index]));
    }
  }
  const before = await listing(outer);
  const report = await buildSpecs(['specs/to'], { cwd: inner, outDir: 'out' });
  expect(report.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const after = await listing(outer);
  const added = after.filter((file) => !before.includes(file));
  const folders = ['.flowright', ...EXAMPLE_NAMES].map((name) => path.join('a', 'b', 'out', name) + path.sep);
  expect(added.filter((file) => !folders.some((folder) => `${file}${path.sep}`.startsWith(folder)))).toEqual([
    path.join('a', 'b', 'out'),
  ]);
  expect(after.filter((file) => before.includes(file))).toEqual(before);
  expect(report.integrations.map(({ name }) => name).toSorted()).toEqual([...EXAMPLE_NAMES]);
});
