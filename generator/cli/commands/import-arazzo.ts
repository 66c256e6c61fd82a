import { failWith } from '../diagnostic-error.ts';
import type { CommandContext } from '../io.ts';
import type { ImportOptions } from './import.ts';

export async function importArazzo(name: string, _options: ImportOptions, _context: CommandContext): Promise<number> {
  throw failWith('FR1001', { file: name });
}
