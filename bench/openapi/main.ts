import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** `npm run bench:openapi -- FILE…`: imports every operation of each document, checks the result, and prints what that takes. */
const files = process.argv.slice(2);
if (files.length === 0) {
  process.stderr.write(
    'usage: npm run bench:openapi -- FILE...   (OpenAPI documents; none is part of the repository)\n',
  );
  process.exit(2);
}
const HEAD = [
  'document',
  'MB',
  'operations',
  'models',
  'lost',
  'read',
  'import',
  'YAML',
  'MB out',
  'check',
  'errors',
  'peak MB',
];
const rows: (readonly string[])[] = [HEAD];
let failed = false;
for (const file of files) {
  // A process each, so that memory is its own.
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [fileURLToPath(new URL('one.ts', import.meta.url)), file],
    {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    },
  );
  if (status !== 0) {
    failed = true;
    rows.push([file, ...HEAD.slice(1).map(() => '-')]);
    process.stderr.write(stderr);
    continue;
  }
  const row: unknown = JSON.parse(stdout);
  if (Array.isArray(row)) rows.push(row.map(String));
}
const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
for (const row of rows)
  process.stdout.write(
    `${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  ')}\n`,
  );
process.exit(failed ? 1 : 0);
