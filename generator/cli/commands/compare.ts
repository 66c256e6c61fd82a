import { compareSpecs, type CompareReport } from '../../pipeline/compare-specs.ts';
import type { CommandContext } from '../io.ts';
import { buildProgress } from '../render/build-progress.ts';

/** Compares what specs build with what stands, with progress on standard error. */
export async function compare(
  specs: readonly string[],
  outDir: string,
  context: CommandContext,
): Promise<CompareReport> {
  const progress = buildProgress(context);
  try {
    return await compareSpecs(specs.length === 0 ? ['.'] : specs, { cwd: context.io.cwd, outDir, progress });
  } finally {
    progress.end();
  }
}
