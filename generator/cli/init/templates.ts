import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

/** A spec to start from, with the files that it refers to. */
export interface Template {
  readonly name: string;
  readonly description: string;
  readonly directory: string;
}

/** Where the templates lie: three folders up from the source as from what is built. */
const TEMPLATES = fileURLToPath(new URL('../../../spec/templates/', import.meta.url));

export const SPEC_SUFFIX = '.integration.yaml';

/** Every template, by name. Each is a folder of `spec/templates` with a spec of the same name. */
export async function listTemplates(): Promise<readonly Template[]> {
  const entries = await readdir(TEMPLATES, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return await Promise.all(
    names.toSorted().map(async (name) => {
      const directory = join(TEMPLATES, name);
      return {
        name,
        directory,
        description: descriptionOf(parse(await readFile(join(directory, name + SPEC_SUFFIX), 'utf8'))),
      };
    }),
  );
}

function descriptionOf(spec: unknown): string {
  return typeof spec === 'object' && spec !== null && 'description' in spec ? String(spec.description) : '';
}
