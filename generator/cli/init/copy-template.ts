import { copyFile, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DiagnosticError, failWith } from '../diagnostic-error.ts';
import { displayPath } from '../../diagnostics/display-path.ts';
import { notWritten } from '../not-written.ts';
import { SPEC_SUFFIX, type Template } from './templates.ts';

const SCHEMA = fileURLToPath(new URL('../../../spec/integration.schema.json', import.meta.url));
const SCHEMA_ID = 'https://flowright.dev/integration.schema.json';

/**
 * Writes a template's files below `directory` under the new name; returns their paths, the spec first. Where one of them
 * exists nothing is written.
 */
export async function copyTemplate(
  template: Template,
  name: string,
  directory: string,
  cwd: string,
): Promise<readonly string[]> {
  const spec = template.name + SPEC_SUFFIX;
  const others = (await filesBelow(template.directory)).filter((file) => file !== spec).toSorted();
  const target = resolve(cwd, directory);
  const files = [
    { from: spec, to: join(target, name + SPEC_SUFFIX) },
    ...others.map((file) => ({ from: file, to: join(target, file) })),
  ];
  for (const { to } of files) if (await exists(to)) throw failWith('FR6005', { file: displayPath(to, cwd) });
  const written: string[] = [];
  try {
    for (const { from, to } of files) {
      await mkdir(dirname(to), { recursive: true });
      // Exclusively, so that a file that has come to be in the meantime is not overwritten either.
      if (from === spec)
        await writeFile(to, renamed(await readFile(join(template.directory, from), 'utf8'), name, target, cwd), {
          flag: 'wx',
        });
      else await copyFile(join(template.directory, from), to, 1);
      written.push(to);
    }
  } catch (error) {
    await Promise.all(written.map((file) => rm(file, { force: true })));
    throw new DiagnosticError([await notWritten(error, target, { cwd, option: '--dir' })], error);
  }
  return files.map((file) => file.to);
}

/** The spec under its new name; an editor finds the schema in the package, or by its id where that lies elsewhere. */
function renamed(text: string, name: string, directory: string, cwd: string): string {
  const below = relative(cwd, SCHEMA);
  const schema = below.startsWith('..') ? SCHEMA_ID : relative(directory, SCHEMA).split(sep).join('/');
  return text
    .replace(/^(# yaml-language-server: \$schema=).*$/m, (_, key: string) => key + schema)
    .replace(/^name: .*$/m, `name: ${name}`);
}

async function filesBelow(directory: string): Promise<readonly string[]> {
  const entries = await readdir(directory, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(directory, join(entry.parentPath, entry.name)));
}

async function exists(path: string): Promise<boolean> {
  return await stat(path).then(
    () => true,
    () => false,
  );
}
