import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { CheckedIntegration } from '../../check/checked-integration.ts';
import { checkSpec } from '../../check/check-spec.ts';
import { hasErrors, type Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Place } from '../../diagnostics/place.ts';
import type { LoadedSpec } from '../../load/load-spec.ts';
import { loadSpecs } from '../../load/load-specs.ts';
import { fileStore } from '../../load/references/file-store.ts';
import { specReferences } from '../../load/references/spec-references.ts';
import { validateSpec } from '../../load/schema/validate-spec.ts';
import { parseData } from '../../load/text/parse-text.ts';
import type { Change } from './change.ts';
import { copyFixtures, type Example } from './example.ts';

/** What becomes of an example's files up to the check. */
export interface Tried {
  /** Absent where there are errors. */
  readonly checked?: CheckedIntegration;
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: ReadonlyMap<string, string>;
}

/** A folder in which changed examples are loaded and checked. */
export interface Workshop {
  readonly folder: string;
  /** As `flowright check` does: from files, whose text is parsed with its places. */
  fromFiles(files: readonly unknown[]): Promise<Tried>;
  /** Several times faster where the changes are in the spec alone: nobody asks for places then. */
  load(files: readonly unknown[], changes: readonly Change[]): Promise<Tried>;
}

export async function openWorkshop(folder: string, { names, files: originals }: Example): Promise<Workshop> {
  await copyFixtures(folder);
  const sources = new Map<string, string>();
  const store = fileStore(folder, sources);
  let count = 0;

  const write = async (files: readonly unknown[]): Promise<string> => {
    count += 1;
    const below = path.join(folder, 'specs', 'of', String(count));
    for (const [index, name] of names.entries()) {
      const file = path.join(below, name);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, JSON.stringify(files[index], undefined, 1));
    }
    return path.join(below, names[0] ?? '');
  };

  const fromFiles = async (files: readonly unknown[]): Promise<Tried> => {
    const { specs, diagnostics, sources: texts } = await loadSpecs([await write(files)], { cwd: folder });
    return checkAll(specs, diagnostics, texts);
  };

  // What a spec that is only in memory refers to is found beside this one.
  const specPath = await write(originals);
  const file = path.relative(folder, specPath);

  return {
    folder,
    fromFiles,
    async load(files, changes) {
      if (changes.some(({ position }) => position.file > 0)) return await fromFiles(files);
      const text = JSON.stringify(files[0]);
      const { data, diagnostics } = parseData('spec.json', text);
      if (data === undefined) return { diagnostics, sources };
      const place = (): Place => ({ file, line: 1, column: 1, endLine: 1, endColumn: 2 });
      const { files: found, complete } = await store.load({ path: specPath, place }, specReferences(data));
      const validated = await validateSpec(data, place);
      if (!('spec' in validated)) return { diagnostics: validated.diagnostics, sources };
      if (!complete) return { diagnostics: store.diagnostics(), sources };
      return checkAll([{ file, path: specPath, spec: validated.spec, text, place, files: found }], [], sources);
    },
  };
}

function checkAll(
  specs: readonly LoadedSpec[],
  found: readonly Diagnostic[],
  sources: ReadonlyMap<string, string>,
): Tried {
  const results = specs.map(checkSpec);
  const diagnostics = [...found, ...results.flatMap((result) => result.diagnostics)];
  const checked = hasErrors(diagnostics) ? undefined : results[0]?.checked;
  return { ...(checked !== undefined && { checked }), diagnostics, sources };
}
