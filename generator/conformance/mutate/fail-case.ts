import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { importIntegration } from '../../cli/dev/import-integration.ts';
import { runTests } from '../../cli/test/run-tests.ts';
import type { RunCriteria } from '../../mutation/judge.ts';
import type { RecordedCase } from '../cases/recorded-case.ts';
import { judge } from '../compare/judge.ts';
import { runCase } from '../run/run-case.ts';

/** What a recording that fails is called among the criteria. */
export const RECORDING = 'recording';

/**
 * Runs each integration against the recording of its case, and the criteria of those that still pass: a recording holds only
 * successes, what it cannot reach is for the criteria. `cases` and `ids` are by the names of the specs.
 */
export function failCase(
  cases: ReadonlyMap<string, RecordedCase>,
  ids: ReadonlyMap<string, ReadonlyMap<string, string>>,
  cwd: string,
): RunCriteria {
  return async (folders) => {
    const failing = new Map<string, readonly string[]>();
    for (const folder of folders) {
      const name = await nameOf(folder);
      const recorded = cases.get(name);
      if (recorded !== undefined && !(await passes(folder, recorded, ids.get(name) ?? new Map<string, string>(), cwd)))
        failing.set(folder, [RECORDING]);
    }
    const rest = folders.filter((folder) => !failing.has(folder));
    for (const { folder, criteria } of rest.length === 0 ? [] : await runTests(rest, cwd, { shared: true })) {
      const failed = criteria.filter(({ state }) => state === 'failed').map(({ id, file }) => id ?? file);
      if (failed.length > 0) failing.set(folder, failed);
    }
    return failing;
  };
}

async function passes(
  folder: string,
  recorded: RecordedCase,
  ids: ReadonlyMap<string, string>,
  cwd: string,
): Promise<boolean> {
  const run = await runCase(await importIntegration(folder, cwd), recorded, ids);
  return run.problems.length === 0 && judge(recorded, run.result).length === 0;
}

async function nameOf(folder: string): Promise<string> {
  const { name }: { readonly name?: unknown } = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'));
  return typeof name === 'string' ? name : '';
}
