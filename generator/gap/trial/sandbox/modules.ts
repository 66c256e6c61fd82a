import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { basename } from 'node:path';

/** A module of ours that a VM may load, by the name it has there. */
export interface GuestModule {
  readonly text: string;
  /** What it imports: names of modules by specifier. */
  readonly imports: ReadonlyMap<string, string>;
}

export type GuestModules = ReadonlyMap<string, GuestModule>;

/**
 * Reads a module and all that it imports from its own neighbourhood, so that a VM never asks for a file. Names say nothing of
 * where the files are: `logic:0:index.js`.
 */
export function readModules(scheme: string, entry: URL): { readonly entry: string; readonly modules: GuestModules } {
  const names = new Map<string, string>();
  const modules = new Map<string, GuestModule>();
  const read = (url: URL): string => {
    const known = names.get(url.href);
    if (known !== undefined) return known;
    const name = `${scheme}:${names.size}:${basename(url.pathname)}`;
    names.set(url.href, name);
    const source = readFileSync(url, 'utf8');
    const text = url.pathname.endsWith('.ts') ? stripTypeScriptTypes(source) : source;
    const specifiers = Array.from(text.matchAll(IMPORT), ([, specifier]) => specifier ?? '');
    modules.set(name, {
      text,
      imports: new Map(specifiers.map((specifier) => [specifier, read(new URL(specifier, url))])),
    });
    return name;
  };
  return { entry: read(entry), modules };
}

/** Relative imports of modules that were written here: each in a line of its own. */
const IMPORT = /^(?:import|export|\})[^'"\n]*['"](\.[^'"]+)['"];?$/gm;
