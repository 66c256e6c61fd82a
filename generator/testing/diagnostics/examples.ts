import path from 'node:path';
import { temporaryFolder } from '../../cli/testing/temporary-folder.ts';
import { checkSpecs } from '../../pipeline/check-specs.ts';
import type { Example } from '../../diagnostics/help/example.ts';
import { brokenCases, changeOf, placeCase, type BrokenCase } from './broken-case.ts';
import { situationsOfAsking } from './situations-of-asking.ts';
import { situationsOfEvals } from './situations-of-evals.ts';
import { situationsOfCommands } from './situations-of-commands.ts';
import { situationsOfFiles } from './situations-of-files.ts';
import { situationsOfFill } from './situations-of-fill.ts';
import { situationsOfGaps } from './situations-of-gaps.ts';
import { situationsOfOutput } from './situations-of-output.ts';
import type { Situation } from './situation.ts';
import { shown, type Told } from './tell.ts';

/** Codes that no spec leads to. */
export const situations: Readonly<Record<string, Situation>> = {
  ...situationsOfFiles,
  ...situationsOfOutput,
  ...situationsOfCommands,
  ...situationsOfAsking,
  ...situationsOfEvals,
  ...situationsOfGaps,
  ...situationsOfFill,
};

/** What is found in a case. */
export async function tellCase(one: BrokenCase, folder: string, fixed = false): Promise<Told> {
  await placeCase(one, folder, fixed);
  return await checkSpecs([one.specFile], { cwd: folder });
}

export async function tellSituation(situation: Situation): Promise<Told> {
  await using folder = await temporaryFolder();
  const found = await situation.tell(folder.path);
  const { diagnostics, sources } = 'diagnostics' in found ? found : { diagnostics: found, sources: new Map() };
  // The folder has another name each time.
  return {
    diagnostics: diagnostics.map((one) => ({ ...one, message: one.message.replaceAll(`${folder.path}/`, '') })),
    sources,
  };
}

/** The case on the page of each code: the first with a fix, or just the first. */
export function exampleCases(cases: readonly BrokenCase[]): ReadonlyMap<string, BrokenCase> {
  const chosen = new Map<string, BrokenCase>();
  for (const one of [...cases.filter(({ fixes }) => fixes.length > 0), ...cases]) {
    const [code = ''] = /^FR\d{4}/.exec(one.name) ?? [];
    if (code !== '' && !chosen.has(code)) chosen.set(code, one);
  }
  return chosen;
}

/** The example of every code that a case or a situation brings about, made anew. */
export async function makeExamples(): Promise<Readonly<Record<string, Example>>> {
  await using folder = await temporaryFolder();
  const examples = new Map<string, Example>();
  for (const [code, one] of exampleCases(await brokenCases())) {
    const output = shown(await tellCase(one, path.join(folder.path, 'case')));
    const change = changeOf(one);
    examples.set(code, { when: `flowright check ${one.specFile}`, output, ...(change.length > 0 && { change }) });
  }
  for (const [code, situation] of Object.entries(situations)) {
    if (!examples.has(code))
      examples.set(code, { when: situation.when, output: shown(await tellSituation(situation)) });
  }
  return Object.fromEntries([...examples].toSorted(([left], [right]) => (left < right ? -1 : 1)));
}
