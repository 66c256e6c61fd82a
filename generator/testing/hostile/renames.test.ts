import fc from 'fast-check';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../../runtime/testing/test-engine.ts';
import type { Output } from '../../pipeline/output.ts';
import { verifyOutputs } from '../../pipeline/verify-outputs.ts';
import { EXAMPLE_NAMES, readExample } from './example.ts';
import { reasonOf } from './findings.ts';
import { make } from './outputs.ts';
import { NAME_PAYLOADS } from './payload.ts';
import { badRefusal } from './refusal.ts';
import { fieldNames, renamed, type Rename } from './rename.ts';
import { LONGEST, REPORTS, ROUNDS, SEED } from './settings.ts';
import { openWorkshop } from './workshop.ts';

/** How many names are tried in each example and round. */
const TRIED = 16;

test.each(EXAMPLE_NAMES)('a field of %s may have any name that the check takes', { timeout: LONGEST }, async (name) => {
  const example = await readExample(name);
  const workshop = await openWorkshop(temporaryFolder(), example);
  const rename: fc.Arbitrary<Rename> = fc.record({
    name: fc.constantFrom(...example.files.flatMap((data) => [...fieldNames(data)])),
    payload: fc.constantFrom(...NAME_PAYLOADS),
  });
  const built = new Map<Output, Rename>();
  const problems: string[] = [];
  let refused = 0;
  for (const one of fc.sample(rename, { seed: SEED, numRuns: TRIED * ROUNDS })) {
    const said = `${one.name} → ${one.payload.text}`;
    try {
      const { checked, diagnostics, sources } = await workshop.fromFiles(
        example.files.map((data) => renamed(data, one)),
      );
      if (checked === undefined) {
        refused += 1;
        const bad = badRefusal(diagnostics, sources);
        if (bad !== undefined) problems.push(`${said}: ${bad}`);
      } else built.set((await make(checked, `${workshop.folder}/out/${name}`)).output, one);
    } catch (error) {
      problems.push(`${said}: ${reasonOf(error)}`);
    }
  }
  const { outputs, diagnostics } = await verifyOutputs([...built.keys()]);
  for (const output of outputs) built.delete(output);
  problems.push(...Array.from(built.values(), (one) => `${one.name} → ${one.payload.text} does not type-check`));
  if (REPORTS) console.info(JSON.stringify({ name, built: outputs.length, refused }));
  expect([...problems, ...diagnostics.map(({ message }) => message)]).toEqual([]);
  expect(outputs.length).toBeGreaterThan(0);
});
