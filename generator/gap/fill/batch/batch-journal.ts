import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { hash } from '../../../data/hash.ts';
import { writeAtomically } from '../../../write/write-atomically.ts';

/** A batch that was sent and whose results have not all been read. */
export interface SentBatch {
  readonly version: 1;
  /** Who was asked: another server does not know it. */
  readonly scope: string;
  readonly id: string;
  /** Of the requests in it. */
  readonly keys: readonly string[];
}

/** The batches that are under way: noted before they are waited for, so that a run that was killed goes on with them. */
export interface BatchJournal {
  readonly all: () => Promise<readonly SentBatch[]>;
  readonly keep: (id: string, keys: readonly string[]) => Promise<void>;
  readonly forget: (id: string) => Promise<void>;
}

export function openBatchJournal(folder: string, scope: string): BatchJournal {
  const batches = join(folder, 'batches');
  const fileOf = (id: string): string => join(batches, `${hash(`${scope} ${id}`).slice(0, 32)}.json`);
  return {
    async all() {
      const names = (await readdir(batches).catch(() => [])).filter((name) => name.endsWith('.json')).toSorted();
      const found = await Promise.all(names.map(async (name) => await readBatch(join(batches, name))));
      return found.flatMap((batch) => (batch?.scope === scope ? batch : []));
    },
    keep: (id, keys) =>
      writeAtomically(fileOf(id), `${JSON.stringify({ version: 1, scope, id, keys }, undefined, 2)}\n`),
    forget: (id) => rm(fileOf(id), { force: true }),
  };
}

const valid = new Ajv().compile<SentBatch>({
  type: 'object',
  required: ['version', 'scope', 'id', 'keys'],
  properties: {
    version: { const: 1 },
    scope: { type: 'string' },
    id: { type: 'string' },
    keys: { type: 'array', items: { type: 'string' } },
  },
});

async function readBatch(file: string): Promise<SentBatch | undefined> {
  try {
    const batch: unknown = JSON.parse(await readFile(file, 'utf8'));
    return valid(batch) ? batch : undefined;
  } catch {
    return undefined;
  }
}
