import path from 'node:path';
import { isRecord } from '../../data/is-record.ts';
import { diagnostic, type Diagnostic } from '../../diagnostics/diagnostic.ts';
import { compileTemplate, TemplateError } from './compile-template.ts';
import type { FillPrompts } from './fill-prompts.ts';
import { promptHash } from './prompt-hash.ts';
import { promptsFolder } from './prompts-folder.ts';
import { readTemplate } from './read-template.ts';
import { FILL_SAMPLE, REPAIR_SAMPLE } from './samples.ts';

export interface PromptOptions {
  /** The folder of `versions.json`; the package's own where it is absent. */
  readonly folder?: string | undefined;
  /** `v1`; the one of `versions.json` where it is absent. */
  readonly version?: string | undefined;
}

export type LoadedPrompts =
  | { readonly ok: true; readonly prompts: FillPrompts }
  | { readonly ok: false; readonly diagnostic: Diagnostic };

const PARTS = ['system', 'fill', 'repair'] as const;

/** What stands for a reason in the diagnostic. */
class Unusable extends Error {}

/** Reads the templates for filling, and looks at every name in them, so that a mistake in one is found before anything is asked. */
export async function loadPrompts({ folder = promptsFolder, version }: PromptOptions = {}): Promise<LoadedPrompts> {
  try {
    const chosen = version ?? (await currentVersion(folder));
    if (!/^v[1-9]\d*$/.test(chosen)) throw new Unusable(`'${chosen}' is no version: they are called v1, v2, …`);
    const texts: string[] = [];
    // One after the other: of several that cannot be read it is always the first that is named.
    for (const part of PARTS) texts.push(await text(path.join(folder, 'fill', chosen, `${part}.hbs`)));
    const [system, fill, repair] = await Promise.all(
      texts.map(async (one, at) => await template(one, PARTS[at] ?? '')),
    );
    if (system === undefined || fill === undefined || repair === undefined) throw new Unusable('a template is missing');
    return {
      ok: true,
      prompts: { prompt: `fill@${chosen}`, promptHash: promptHash(PARTS, texts), system, fill, repair },
    };
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    return {
      ok: false,
      diagnostic: diagnostic('FR7330', {
        folder: folder === promptsFolder ? 'prompts' : folder,
        reason: error.message,
      }),
    };
  }
}

async function currentVersion(folder: string): Promise<string> {
  const file = path.join(folder, 'versions.json');
  let data: unknown;
  try {
    data = JSON.parse(await text(file));
  } catch (error) {
    if (error instanceof SyntaxError) throw new Unusable('versions.json is no JSON');
    throw error;
  }
  const current = isRecord(data) ? data['fill'] : undefined;
  if (typeof current !== 'string')
    throw new Unusable('versions.json does not say which version fills: { "fill": "v1" }');
  return current;
}

async function text(file: string): Promise<string> {
  try {
    return await readTemplate(file);
  } catch {
    throw new Unusable(`${path.basename(path.dirname(file))}/${path.basename(file)} cannot be read`);
  }
}

async function template(source: string, part: string): Promise<(data: object) => string> {
  try {
    return await compileTemplate(source, part === 'repair' ? REPAIR_SAMPLE : FILL_SAMPLE);
  } catch (error) {
    if (error instanceof TemplateError) throw new Unusable(`${part}.hbs: ${error.message}`);
    throw error;
  }
}
