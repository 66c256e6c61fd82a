import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../cli/testing/temporary-folder.ts';
import { versionOf } from './testing/versions.ts';
import { writeOutput } from './write-output.ts';

const WRITER = fileURLToPath(new URL('testing/write-on-and-on.ts', import.meta.url));
const KILLS = Number(process.env['FLOWRIGHT_KILLS'] ?? 20);

it(
  'leaves no half-written file when it is killed, and the next build makes everything right',
  { timeout: 30_000 + KILLS * 3_000 },
  async () => {
    await using killed = await temporaryFolder();
    for (let kill = 0; kill < KILLS; kill += 1) {
      const first = 1 + kill * 1000;
      const moment = Math.random() * 60;
      await writeAndKill(killed.path, first, moment);
      for (const [file, text] of Object.entries(await content(killed.path)))
        if (file.endsWith('.ts')) expect(text.endsWith('// end\n'), `${file} after ${String(moment)} ms`).toBe(true);

      // The next build is of another version, and finds nothing that it would have to take for an edit.
      const next = versionOf(first + 500);
      const { diagnostics } = await writeOutput('out', next, { cwd: killed.path, notes: { build: first + 500 } });
      expect(diagnostics, `after ${String(moment)} ms`).toEqual([]);
      await using clean = await temporaryFolder();
      await writeOutput('out', next, { cwd: clean.path, notes: { build: first + 500 } });
      expect(await content(killed.path), `after ${String(moment)} ms`).toEqual(await content(clean.path));
    }
  },
);

/** Kills the writer some milliseconds after it began to write. */
async function writeAndKill(cwd: string, from: number, milliseconds: number): Promise<void> {
  const child = spawn(process.execPath, [WRITER, cwd, String(from)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const closed = once(child, 'close');
  await once(child.stdout, 'data');
  setTimeout(() => child.kill('SIGKILL'), milliseconds);
  const [, signal] = await closed;
  expect(signal).toBe('SIGKILL');
}

/** Every file below the output folder, those that begin with a dot too. */
async function content(cwd: string): Promise<Readonly<Record<string, string>>> {
  const out = join(cwd, 'out');
  const entries = await readdir(out, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const texts = await Promise.all(
    files.toSorted().map(async (file) => [relative(out, file), await readFile(file, 'utf8')] as const),
  );
  return Object.fromEntries(texts);
}
