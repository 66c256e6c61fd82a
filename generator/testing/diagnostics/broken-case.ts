import { cp, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { repository } from '../repository.ts';

/** `# expect FR2003 16:29 totl`: a code, where, and the text from there on that is underlined; `# expect FR2003 file 1:1 …` in another file. */
export interface Expectation {
  readonly code: string;
  readonly file: string;
  /** `16:29`, or `-` where there is no place. */
  readonly at: string;
  /** The first line of what is underlined. */
  readonly text: string;
}

/** `# fix 16: …`: what the line is to be; nothing removes it. */
export interface Fix {
  readonly line: number;
  readonly text: string;
}

/** A broken spec of `fixtures/broken/cases`: a file, or a folder with `spec.yaml` and the files that it refers to. */
export interface BrokenCase {
  readonly name: string;
  /** What the spec is called when it is checked. */
  readonly specFile: string;
  /** Bytes, as some are no text. Without the comments at the end, which say what is expected. */
  readonly spec: Buffer;
  readonly expected: readonly Expectation[];
  readonly fixes: readonly Fix[];
  /** A folder whose other files belong to it. */
  readonly folder?: string;
}

const CASES = path.join(repository, 'fixtures', 'broken', 'cases');

/** All of them, by name. */
export async function brokenCases(): Promise<readonly BrokenCase[]> {
  const names = (await readdir(CASES)).toSorted();
  return await Promise.all(names.map(readCase));
}

async function readCase(entry: string): Promise<BrokenCase> {
  const at = path.join(CASES, entry);
  const folder = (await stat(at)).isDirectory() ? at : undefined;
  const bytes = await readFile(folder === undefined ? at : path.join(folder, 'spec.yaml'));
  const name = entry.replace(/\.\w+$/, '');
  const specFile = `orders.integration${folder === undefined ? path.extname(entry) : '.yaml'}`;
  // Latin-1 has a character for each byte, so that offsets are those of the file.
  const from = bytes.toString('latin1').search(/^# expect /m);
  if (from === -1) throw new Error(`${entry} does not say what is expected`);
  const told = bytes
    .subarray(from)
    .toString('utf8')
    .split(/\r?\n/)
    .filter((line) => line !== '');
  return {
    name,
    specFile,
    spec: bytes.subarray(0, from),
    expected: told.filter((line) => line.startsWith('# expect ')).map((line) => readExpectation(line, specFile)),
    fixes: told.filter((line) => line.startsWith('# fix ')).map(readFix),
    ...(folder !== undefined && { folder }),
  };
}

function readExpectation(line: string, specFile: string): Expectation {
  const found = /^# expect (?<code>FR\d{4}) (?:(?<file>(?!\d+:)\S{2,}) )?(?<at>\d+:\d+|-)(?: (?<text>.*))?$/.exec(
    line,
  )?.groups;
  if (found?.['code'] === undefined) throw new Error(`This expectation cannot be read: ${line}`);
  return { code: found['code'], file: found['file'] ?? specFile, at: found['at'] ?? '-', text: found['text'] ?? '' };
}

function readFix(line: string): Fix {
  const found = /^# fix (?<line>\d+):(?: (?<text>.*))?$/.exec(line)?.groups;
  if (found === undefined) throw new Error(`This fix cannot be read: ${line}`);
  return { line: Number(found['line']), text: found['text'] ?? '' };
}

/** Puts a case into a folder, which is emptied first; `fixed`, with what puts it right. */
export async function placeCase(one: BrokenCase, folder: string, fixed = false): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  if (one.folder !== undefined) await cp(one.folder, folder, { recursive: true });
  await rm(path.join(folder, 'spec.yaml'), { force: true });
  await writeFile(path.join(folder, one.specFile), fixed ? fixedText(one) : one.spec);
}

function fixedText({ spec, fixes }: BrokenCase): string {
  const lines = spec.toString('utf8').split('\n');
  return lines
    .flatMap((line, index) => {
      const own = fixes.filter((fix) => fix.line === index + 1).map((fix) => fix.text);
      return own.length === 0 ? [line] : own.filter((text) => text !== '');
    })
    .join('\n');
}

/** `- before`, `+ after`, for the case's page. */
export function changeOf({ spec, fixes }: BrokenCase): readonly string[] {
  const lines = spec.toString('utf8').split('\n');
  const numbers = [...new Set(fixes.map((fix) => fix.line))];
  return numbers.flatMap((number) => {
    const before = lines[number - 1] ?? '';
    const after = fixes.filter((fix) => fix.line === number && fix.text !== '').map((fix) => fix.text);
    return [
      ...(after.includes(before) || before === '' ? [] : [`- ${before}`]),
      ...after.map((text) => (text === before ? `  ${text}` : `+ ${text}`)),
    ];
  });
}
