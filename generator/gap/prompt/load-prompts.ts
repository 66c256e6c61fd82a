import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { isRecord } from '../../data/is-record.ts';
import { diagnostic, type Diagnostic } from '../../diagnostics/diagnostic.ts';
import { compileTemplate, TemplateError } from './compile-template.ts';
import type { FillPrompts } from './fill-prompts.ts';
import { FILL_SAMPLE, REPAIR_SAMPLE } from './samples.ts';

/** The prompts that come with the package; the same from the source and from `dist`. */
const PROMPTS = fileURLToPath(new URL('../../../prompts/', import.meta.url));

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
export async function loadPrompts({ folder = PROMPTS, version }: PromptOptions = {}): Promise<LoadedPrompts> {
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
    return { ok: true, prompts: { prompt: `fill@${chosen}`, promptHash: hashOf(texts), system, fill, repair } };
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    return {
      ok: false,
      diagnostic: diagnostic('FR7330', { folder: folder === PROMPTS ? 'prompts' : folder, reason: error.message }),
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

/** A file's text, with the same line ends on every machine. */
async function text(file: string): Promise<string> {
  try {
    return (await readFile(file, 'utf8')).replaceAll('\r\n', '\n');
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

function hashOf(texts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const [at, one] of texts.entries()) hash.update(`${PARTS[at] ?? ''}.hbs\0${one}\0`);
  return hash.digest('hex');
}
