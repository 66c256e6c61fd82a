import { verifyOutputs } from '../../pipeline/verify-outputs.ts';
import { buildGroup, type Built } from './build-group.ts';
import { changed, type Change } from './change.ts';
import { chooseChanges, groupChanges } from './choose-changes.ts';
import { readExample, type Example, type ExampleName } from './example.ts';
import { noFindings, problem, reasonOf, type Findings } from './findings.ts';
import { badRefusal } from './refusal.ts';
import { ROUNDS, SEED, TOGETHER } from './settings.ts';
import { openWorkshop, type Workshop } from './workshop.ts';

/** Puts hostile texts into every place of an example, one at a time; builds what the check takes, several at once. */
export async function tryExample(name: ExampleName, folder: string): Promise<Findings> {
  const example = await readExample(name);
  const workshop = await openWorkshop(folder, example);
  const findings = noFindings(example.positions.length);
  for (let round = 0; round < ROUNDS; round += 1) {
    const changes = chooseChanges(example.positions, SEED, round);
    const taken: Change[] = [];
    for (const change of changes) if (await isTaken(change, example, workshop, findings)) taken.push(change);
    const built: Built[] = [];
    for (const group of groupChanges(taken, SEED + round, TOGETHER))
      built.push(...(await buildGroup(group, example, workshop, findings)));
    await verify(built, example, workshop, findings);
  }
  return findings;
}

async function isTaken(change: Change, example: Example, workshop: Workshop, findings: Findings): Promise<boolean> {
  findings.tried += 1;
  try {
    const { checked, diagnostics, sources } = await workshop.load(changed(example.files, [change]), [change]);
    if (checked !== undefined) return true;
    findings.refused += 1;
    const bad = badRefusal(diagnostics, sources);
    if (bad !== undefined) findings.problems.push(problem(bad, [change]));
  } catch (error) {
    findings.problems.push(problem(reasonOf(error), [change]));
  }
  return false;
}

/** Type-checks all outputs at once; of a group that does not pass, each change by itself. */
async function verify(
  built: readonly Built[],
  example: Example,
  workshop: Workshop,
  findings: Findings,
): Promise<void> {
  const { outputs, diagnostics } = await verifyOutputs(built.map(({ output }) => output));
  const passed = new Set(outputs);
  const failed = built.filter(({ output }) => !passed.has(output));
  const said = diagnostics.map(({ message }) => message).join('\n');
  for (const { changes } of failed) {
    if (changes.length === 1) {
      findings.problems.push(problem(said, changes));
      continue;
    }
    const singles: Built[] = [];
    for (const change of changes) singles.push(...(await buildGroup([change], example, workshop, findings)));
    const before = findings.problems.length;
    await verify(singles, example, workshop, findings);
    if (findings.problems.length === before) findings.problems.push(problem(`only together: ${said}`, changes));
  }
}
