import { existsSync, watch, type FSWatcher } from 'node:fs';
import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Watches files by the folders that hold them, so that a file that is replaced or comes later is seen, too. */
export interface FileWatch {
  /** From now on these files, and specs that come into these folders; `since` is when they were last read (Unix milliseconds). */
  follow(files: readonly string[], folders: readonly string[], since: number): Promise<void>;
  /** Resolves some milliseconds after the last change, at once where there was one since the last call. */
  changed(): Promise<void>;
  close(): void;
}

/** Editors write a file in several steps. */
const QUIET = 60;

export function watchFiles(): FileWatch {
  const watchers = new Map<string, FSWatcher>();
  let known: ReadonlySet<string> = new Set();
  let dirty = Promise.withResolvers<void>();
  let timer: NodeJS.Timeout | undefined;

  const touch = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => dirty.resolve(), QUIET);
  };
  const see = (folder: string, name: string | null): void => {
    if (name === null || known.has(join(folder, name)) || /\.integration\.(?:yaml|yml|json)$/.test(name)) touch();
  };

  return {
    async follow(files, folders, since) {
      const awaited = files.map((file) => nearestFolder(dirname(file)));
      known = new Set([...files, ...awaited.flatMap(({ next }) => next ?? [])]);
      const wanted = new Set([...awaited.map(({ folder }) => folder), ...folders]);
      for (const [folder, watcher] of watchers) {
        if (wanted.has(folder)) continue;
        watcher.close();
        watchers.delete(folder);
      }
      for (const folder of wanted) {
        if (watchers.has(folder)) continue;
        try {
          const watcher = watch(folder, (_event, name) => see(folder, name));
          watcher.on('error', touch);
          watchers.set(folder, watcher);
        } catch {
          // A folder that is gone is told by the next build.
        }
      }
      // What changed between the reading and the watching.
      const times = await Promise.all(
        files.map(async (file) => (await stat(file).catch(() => undefined))?.mtimeMs ?? 0),
      );
      if (times.some((time) => time > since)) touch();
    },
    async changed() {
      await dirty.promise;
      dirty = Promise.withResolvers<void>();
    },
    close() {
      clearTimeout(timer);
      for (const watcher of watchers.values()) watcher.close();
    },
  };
}

/** The folder itself, or the nearest above it that is there, and what has to come in that one first. */
function nearestFolder(wanted: string): { readonly folder: string; readonly next?: string } {
  let [folder, next] = [wanted, ''];
  while (!existsSync(folder) && dirname(folder) !== folder) [folder, next] = [dirname(folder), folder];
  return next === '' ? { folder } : { folder, next };
}
