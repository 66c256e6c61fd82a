import { readFile } from 'node:fs/promises';

/** A template's text, with the same line ends on every machine. Rejects with the operating system's error. */
export async function readTemplate(file: string): Promise<string> {
  return (await readFile(file, 'utf8')).replaceAll('\r\n', '\n');
}
