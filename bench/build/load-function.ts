import { pathToFileURL } from 'node:url';

/** The function that a module exports under a name. */
export async function loadFunction(file: string, name: string): Promise<(...args: readonly unknown[]) => unknown> {
  const exported: Readonly<Record<string, unknown>> = await import(pathToFileURL(file).href);
  const found = exported[name];
  if (!isFunction(found)) throw new Error(`${file} exports no function '${name}'`);
  return found;
}

function isFunction(value: unknown): value is (...args: readonly unknown[]) => unknown {
  return typeof value === 'function';
}
