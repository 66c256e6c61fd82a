import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { repository } from '../repository.ts';
import { makePages } from './make-pages.ts';

// `npm run docs:diagnostics`: makes docs/diagnostics and the examples of `flowright explain` anew.
const folder = path.join(repository, 'docs', 'diagnostics');
const files = await makePages();
await mkdir(folder, { recursive: true });
for (const old of await readdir(folder))
  if (files[`docs/diagnostics/${old}`] === undefined) await rm(path.join(folder, old));
for (const [file, text] of Object.entries(files)) await writeFile(path.join(repository, file), text);
