import { mkdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { billionLaughs } from './situations-of-files.ts';

/** A spec that is out to do harm, or is just not fit to be committed. */
export interface Monster {
  readonly name: string;
  readonly make: (file: string) => Promise<unknown>;
  readonly codes: readonly string[];
  /** 3 where files are the trouble. */
  readonly exitCode: 2 | 3;
}

const MEGABYTE = 1024 * 1024;
const HEAD = 'flowright: 1\nname: monster\n';

function text(name: string, content: () => string, code: string): Monster {
  return { name, make: async (file) => await writeFile(file, content()), codes: [code], exitCode: 2 };
}

/** 2 MB is the limit of a file: what is close to it must be as harmless as what is far beyond. */
export const monsters: readonly Monster[] = [
  text('10 MB of nested lists', () => `${HEAD}a: ${'['.repeat(10 * MEGABYTE)}`, 'FR1005'),
  text('2 MB of nested lists', () => `${HEAD}a: ${'['.repeat(1.9 * MEGABYTE)}`, 'FR1027'),
  text('2 MB of nested objects', () => `${HEAD}a: ${'{a: '.repeat(0.45 * MEGABYTE)}`, 'FR1027'),
  text(
    'nested lines',
    () => `${HEAD}${Array.from({ length: 1900 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')}\n`,
    'FR1027',
  ),
  text('nested dashes', () => `${HEAD}a:\n  ${'- '.repeat(0.9 * MEGABYTE)}x\n`, 'FR1027'),
  text('a billion laughs', () => billionLaughs(9), 'FR1025'),
  text('2 MB of one text', () => `${HEAD}title: ${'x'.repeat(1.9 * MEGABYTE)}\nsystem: {}\n`, 'FR1101'),
  text('2 MB in a quote that does not end', () => `${HEAD}title: '${'x y\n'.repeat(0.45 * MEGABYTE)}`, 'FR1020'),
  text(
    '5,000 unknown keys',
    () => `${HEAD}${Array.from({ length: 5_000 }, (_, at) => `key${String(at)}: 1`).join('\n')}\n`,
    'FR1101',
  ),
  text('5,000 lines that are no YAML', () => `${HEAD}${'title: @x\n'.repeat(5_000)}`, 'FR1020'),
  {
    name: 'a pipe of zeros',
    make: async (file) => await symlink('/dev/zero', file),
    codes: ['FR1004'],
    exitCode: 3,
  },
  {
    name: 'a link to itself',
    make: async (file) => await symlink(file, file),
    codes: ['FR1004'],
    exitCode: 3,
  },
  {
    name: 'a folder with the name of a spec',
    make: async (file) => await mkdir(path.join(file, 'inner'), { recursive: true }),
    codes: ['FR1008'],
    exitCode: 2,
  },
  {
    name: 'bytes that are no text',
    make: async (file) =>
      await writeFile(file, Buffer.from(Array.from({ length: 4096 }, (_, at) => (at * 7919) % 256))),
    codes: ['FR1006'],
    exitCode: 2,
  },
];
