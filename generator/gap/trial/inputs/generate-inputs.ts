import fc from 'fast-check';
import type { GapContract } from '../../contract/contract.ts';
import { schemaCheck } from '../schema-check.ts';
import { jsonText } from './json-text.ts';
import { knownValues } from './known-values.ts';
import { valueArbitrary } from './value-arbitrary.ts';

/** How many are made for each that is wanted, so that enough are left of them that are valid and differ. */
const SPARE = 2;
/** Characters of JSON; the odd one that is longer teaches nothing that a shorter one does not. */
const LONGEST = 20_000;

/** Valid inputs of a contract as JSON, all different and always the same for the same seed. */
export function generateInputs(contract: GapContract, seed: number, wanted = 100): readonly string[] {
  const check = schemaCheck(contract.inputSchema);
  const made = fc.sample(valueArbitrary(contract.inputSchema, knownValues(contract)), {
    seed,
    numRuns: wanted * SPARE,
  });
  const texts = new Set<string>();
  for (const value of made) {
    if (texts.size === wanted) break;
    const text = jsonText(value);
    if (text.length <= LONGEST && check(JSON.parse(text)) === undefined) texts.add(text);
  }
  return [...texts];
}
