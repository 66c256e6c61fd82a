import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Place } from '../diagnostics/place.ts';
import type { IntegrationPlan } from '../plan/ir/integration.ts';
import { commandChecker } from '../verify/command-checker.ts';
import { verifyTypes } from '../verify/verify-types.ts';
import type { Output } from './output.ts';

/** Type-checks all outputs in one run, before anything is written; those that fail are left out, each problem at its place in the spec. */
export async function verifyOutputs(outputs: readonly Output[]): Promise<{ readonly outputs: readonly Output[]; readonly diagnostics: readonly Diagnostic[] }> {
  if (outputs.length === 0) return { outputs, diagnostics: [] };
  const staging = await mkdtemp(path.join(tmpdir(), 'flowright-'));
  try {
    await Promise.all(outputs.map((output, index) => stage(path.join(staging, String(index)), output)));
    const failed = new Set<number>();
    const { diagnostics } = await verifyTypes(staging, commandChecker(), (file) => {
      const [index = '', ...rest] = file.split('/');
      failed.add(Number(index));
      const output = outputs[Number(index)];
      return output && specPlace(output.plan, rest.join('/'));
    });
    const unknown = diagnostics.length > 0 && failed.size === 0;
    return { outputs: outputs.filter((_, index) => !unknown && !failed.has(index)), diagnostics };
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

async function stage(directory: string, output: Output): Promise<void> {
  for (const file of output.files) {
    if (!/\.ts$|package\.json$|^test\/.+\.json$/.test(file.path)) continue;
    const target = path.join(directory, file.path);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, file.text);
  }
}

/** The part of the spec from which a file was made. */
function specPlace(plan: IntegrationPlan, file: string): Place | undefined {
  return [...plan.models, ...plan.tables, ...plan.systems, ...plan.mappings, ...plan.logic, ...plan.workflows].find((part) => part.symbol.file === file)?.place;
}
