import type { CommandContext } from '../io.ts';

export interface ImportOptions {
  readonly operation: readonly string[];
  readonly tag: readonly string[];
  readonly system?: string;
  readonly out?: string;
}

/** `flowright import <format> <file>` */
export async function importCommand(
  format: 'openapi' | 'arazzo',
  file: string,
  options: ImportOptions,
  context: CommandContext,
): Promise<number> {
  if (format === 'openapi') return await (await import('./import-openapi.ts')).importOpenapi(file, options, context);
  return await (await import('./import-arazzo.ts')).importArazzo(file, options, context);
}
