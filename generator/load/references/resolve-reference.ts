import { dirname, resolve } from 'node:path';

/** The absolute path of a referenced file, without a `#fragment`. `from` is the absolute path of the file that refers to it. */
export function resolveReference(from: string, reference: string): string {
  const [file = ''] = reference.split('#');
  return resolve(dirname(from), file);
}

/** Whether a reference leads to the network, or to anything else than a file's path. A single letter is a Windows drive. */
export function isUrl(reference: string): boolean {
  return /^([a-z][a-z0-9+.-]+:|\/\/)/i.test(reference);
}
