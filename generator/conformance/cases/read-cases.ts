import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RecordedCase } from './recorded-case.ts';
import { parseRecording } from './parse-recording.ts';

/** A folder that cannot be read as cases. The message is for the user. */
export class CasesError extends Error {
  override readonly name = 'CasesError';
}

/** The cases of a folder, each in a folder of its own with a `recording.json`, in order of name. */
export async function readCases(folder: string): Promise<readonly RecordedCase[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => undefined);
  if (entries === undefined)
    throw new CasesError(
      `there are no cases in ${folder}: a case is a folder with a recording.json (docs/conformance.md has the format)`,
    );
  const ids = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const cases = await Promise.all(ids.toSorted().map((id) => readCase(folder, id)));
  return cases.flatMap((one) => one ?? []);
}

async function readCase(folder: string, id: string): Promise<RecordedCase | undefined> {
  const text = await readFile(join(folder, id, 'recording.json'), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const recording = parseRecording(id, text);
  if (typeof recording === 'string') throw new CasesError(`${join(folder, id, 'recording.json')}: ${recording}`);
  const brief = await readFile(join(folder, id, 'brief.md'), 'utf8').catch(() => undefined);
  return { ...recording, ...(brief !== undefined && { briefLines: brief.trimEnd().split('\n').length }) };
}
