import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import type { Output } from '../io.ts';
import { runCli } from '../run-cli.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { knownHelp } from './known-help.ts';
import { PAGE_WIDTHS, pagesFile } from './pages.ts';
import { renderPages } from './render-pages.ts';

/** As `npm run prepare` leaves the folder. */
async function written() {
  const folder = await temporaryFolder();
  for (const width of PAGE_WIDTHS)
    await writeFile(join(folder.path, pagesFile(width)), JSON.stringify(renderPages(width)));
  return { pages: pathToFileURL(`${folder.path}/`), [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose]() };
}

function output(columns: number | undefined, isTTY: boolean): Output & PassThrough {
  return Object.assign(new PassThrough(), columns === undefined ? { isTTY } : { isTTY, columns });
}

/** What the command table says itself. */
async function asked(argv: readonly string[], columns: number | undefined, isTTY: boolean): Promise<string> {
  const stdout = output(columns, isTTY);
  expect(await runCli(argv, { stdout, stderr: new PassThrough(), env: {}, cwd: '.' })).toBe(0);
  stdout.end();
  return text(stdout);
}

const commands = Object.keys(renderPages(80)).filter((name) => !/^(?:--version)?$/.test(name));

it.each([[undefined, false] as const, [80, true] as const, [80, false] as const, [150, true] as const])(
  'says what the command table says, at %s columns, terminal: %s',
  async (columns, isTTY) => {
    await using folder = await written();
    const each = commands.flatMap((name) => [
      [name, '--help'],
      [name, '-h'],
      ['help', name],
    ]);
    for (const argv of [[], ['--help'], ['-h'], ['help'], ['--version'], ['-V'], ...each])
      expect(knownHelp(argv, output(columns, isTTY), folder.pages), argv.join(' ')).toBe(
        await asked(argv, columns, isTTY),
      );
  },
);

it('has a page for every command', () => {
  expect(commands).toContain('check');
  expect(commands.length).toBeGreaterThan(8);
});

it.each([
  [['check']],
  [['check', '--json']],
  [['--json', '--help']],
  [['chek', '--help']],
  [['help', 'chek']],
  [['help', '--help']],
  [['check', 'specs', '--help']],
  [['check', '--', '--help']],
  [['constructor', '--help']],
])('leaves %j to the command table', async (argv) => {
  await using folder = await written();
  expect(knownHelp(argv, output(undefined, false), folder.pages)).toBeUndefined();
});

it('leaves terminals of other widths to the command table, and what was not written', async () => {
  await using folder = await written();
  expect(knownHelp(['--help'], output(93, true), folder.pages)).toBeUndefined();
  expect(knownHelp(['--help'], output(80, true))).toBeUndefined();
});

it.each(commands)('%s: no option is listed twice', (name) => {
  const page = renderPages(80)[name] ?? '';
  const options = Array.from(page.matchAll(/^ {2}(?:-\w, )?--([\w-]+)/gm), ([, option]) => option);
  expect(options).toEqual([...new Set(options)]);
});
