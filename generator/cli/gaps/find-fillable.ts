import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { GapEntry } from '../../gap/lock/gap-entry.ts';
import { findGaps } from '../../pipeline/find-gaps.ts';
import { findOne } from './find-one.ts';

/** Gaps that a command names, and what is wrong where they were looked for. */
export interface Fillable {
  readonly gaps: readonly GapEntry[];
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: ReadonlyMap<string, string>;
}

/** The gaps of all integrations, or of one, or those named of it. A spec with errors keeps nobody from filling the gaps of others. */
export async function findFillable(
  integration: string | undefined,
  names: readonly string[],
  specs: readonly string[],
  cwd: string,
): Promise<Fillable> {
  if (integration === undefined) {
    const { integrations, diagnostics, sources } = await findGaps(specs.length === 0 ? ['.'] : specs, { cwd });
    return { gaps: integrations.flatMap(({ gaps }) => gaps), diagnostics, sources };
  }
  const gaps = await findOne(integration, names, specs, cwd);
  const diagnostics = gaps.flatMap((gap) => gap.diagnostics);
  return { gaps, diagnostics, sources: new Map(gaps.flatMap(({ texts }) => [...texts])) };
}
