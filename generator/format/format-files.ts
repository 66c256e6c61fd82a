import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { formatOptions } from './options.ts';

/** A generated file: its path below the output folder, with forward slashes, and its content. */
export interface OutputFile {
  readonly path: string;
  readonly text: string;
}

export interface FormatResult {
  /** In the order in which they were given; a file that cannot be formatted keeps its text. */
  readonly files: readonly OutputFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Lays out generated TypeScript, JSON and Markdown. What cannot be parsed is a mistake of the generator: FR9002. */
export async function formatFiles(files: readonly OutputFile[]): Promise<FormatResult> {
  // Loading the formatter takes longer than most commands that need none.
  const { format } = await import('oxfmt');
  const diagnostics: Diagnostic[] = [];
  const formatted = await Promise.all(
    files.map(async (file): Promise<OutputFile> => {
      if (!/\.(ts|json|md)$/.test(file.path)) return file;
      const { code, errors } = await format(file.path, file.text, formatOptions);
      const [error] = errors;
      if (error === undefined) return { path: file.path, text: code };
      diagnostics.push(diagnostic('FR9002', { file: file.path, problem: error.message }));
      return file;
    }),
  );
  return { files: formatted, diagnostics };
}
