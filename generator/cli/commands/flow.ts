import { list } from '../../diagnostics/catalogue/entry.ts';
import { hasErrors } from '../../diagnostics/diagnostic.ts';
import { checkSpecs } from '../../pipeline/check-specs.ts';
import { failWith } from '../diagnostic-error.ts';
import { EXIT, exitCodeOf } from '../exit-code.ts';
import { mappingPictures, workflowPictures, type Format, type Picture } from '../flow/pictures.ts';
import { formatOfFile, writePictures } from '../flow/write-pictures.ts';
import type { CommandContext } from '../io.ts';
import { count } from '../../diagnostics/render/count.ts';
import { writeDiagnostics } from '../render/write-diagnostics.ts';
import { writeJson } from '../render/write-json.ts';

export interface FlowOptions {
  readonly workflow?: string;
  readonly mapping?: string;
  readonly format?: Format;
  readonly out?: string;
}

/** `flowright flow <spec>` */
export async function flowCommand(target: string, options: FlowOptions, context: CommandContext): Promise<number> {
  const { cwd, stdout } = context.io;
  const report = await checkSpecs([target], { cwd });
  if (hasErrors(report.diagnostics)) {
    writeDiagnostics(report.diagnostics, context, report.sources);
    return exitCodeOf(report.diagnostics);
  }
  const format = formatOf(options);
  const pictures =
    options.mapping === undefined
      ? workflowPictures(report.integrations, options.workflow, format)
      : mappingPictures(report.integrations, options.mapping);
  const { out } = options;
  if (out === undefined || formatOfFile(out) !== undefined) onlyOne(pictures, target);
  const files = out === undefined ? undefined : await writePictures(pictures, out, cwd);
  if (context.json)
    writeJson(stdout, { version: 1, pictures: pictures.map((picture, index) => asJson(picture, files?.[index])) });
  else if (files === undefined) stdout.write(pictures.map(({ text }) => text).join(''));
  else stdout.write(`${count(files.length, 'picture')} written\n${files.map((file) => `  ${file}\n`).join('')}`);
  return EXIT.ok;
}

/** What is asked for, else what the file's name says; a mapping is always an SVG. */
function formatOf({ format, mapping, out }: FlowOptions): Format {
  const named = out === undefined ? undefined : formatOfFile(out);
  const wanted = format ?? named ?? (mapping === undefined ? 'mermaid' : 'svg');
  if (mapping !== undefined && wanted === 'mermaid')
    throw failWith('FR6001', {
      problem: 'a mapping cannot be drawn as Mermaid',
      fix: 'write --format svg, or leave --format out',
    });
  if (named !== undefined && named !== wanted)
    throw failWith('FR6001', {
      problem: `'${out ?? ''}' is no name for a picture in ${wanted}`,
      fix: `leave --format out, or write --format ${named}`,
    });
  return wanted;
}

/** A file, or standard output, holds one picture. */
function onlyOne(pictures: readonly Picture[], target: string): void {
  const [first] = pictures;
  if (first === undefined || pictures.length === 1) return;
  const ids = [...new Set(pictures.map(({ id }) => id))];
  const choose =
    ids.length > 1
      ? `name one with --${first.of}: ${list(ids, 'or')}`
      : `name one spec of those that have a ${first.of} '${first.id}'`;
  throw failWith('FR6001', {
    problem: `'${target}' holds ${String(pictures.length)} ${first.of}s, and one picture is wanted`,
    fix: `${choose}; or give a folder for all of them with --out`,
  });
}

function asJson({ integration, of, id, format, text }: Picture, file: string | undefined): unknown {
  return { integration, [of]: id, format, ...(file === undefined ? { text } : { file }) };
}
