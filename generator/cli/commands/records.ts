import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { openInspector, type StoredRecord } from '@flowright/runtime';
import { displayPath } from '../../diagnostics/display-path.ts';
import { paintFor } from '../../diagnostics/render/colour.ts';
import { printable } from '../../diagnostics/render/printable.ts';
import { failWith } from '../diagnostic-error.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import type { CommandContext } from '../io.ts';
import { columns } from '../render/columns.ts';
import { count } from '../../diagnostics/render/count.ts';
import { shorten } from '../render/shorten.ts';
import { writeJson } from '../render/write-json.ts';

export interface RecordsOptions {
  readonly data?: string;
  readonly deleted?: boolean;
}

const DATABASE = 'runs.db';

/** `flowright records [model]`: what the record store of a data folder holds. Reads only. */
export async function recordsCommand(
  model: string | undefined,
  options: RecordsOptions,
  { io, json }: CommandContext,
): Promise<ExitCode> {
  const folder = resolve(io.cwd, options.data ?? io.env['FLOWRIGHT_DATA_DIR'] ?? '.flowright');
  const file = join(folder, DATABASE);
  if ((await stat(file).catch(() => undefined)) === undefined)
    throw failWith('FR1001', { file: displayPath(file, io.cwd) });
  const store = openInspector(file);
  try {
    const records = store.records({ ...(model !== undefined && { model }), deleted: options.deleted === true });
    if (json) writeJson(io.stdout, { version: 1, records });
    else io.stdout.write(table(records, paintFor(io.stdout), io.stdout.columns ?? 100));
  } finally {
    store.close();
  }
  return EXIT.ok;
}

function table(records: readonly StoredRecord[], paint: ReturnType<typeof paintFor>, width: number): string {
  if (records.length === 0) return 'no records\n';
  const lines = columns(
    records.map(({ model, id, changedAt, deletedAt, value }) => [
      paint('bold', model),
      printable(id),
      new Date(changedAt).toISOString(),
      deletedAt === undefined ? shorten(value, Math.max(width - 60, 40)) : paint('yellow', 'deleted'),
    ]),
  );
  const kept = records.filter(({ deletedAt }) => deletedAt === undefined).length;
  const gone = records.length - kept;
  return `${lines.join('\n')}\n\n${count(kept, 'record')}${gone === 0 ? '' : `, ${String(gone)} deleted`}\n`;
}
