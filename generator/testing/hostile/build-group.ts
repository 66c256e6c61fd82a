import path from 'node:path';
import type { Output } from '../../pipeline/output.ts';
import { changed, twinOf, type Change } from './change.ts';
import { compareOutputs } from './compare-outputs.ts';
import type { Example } from './example.ts';
import { problem, reasonOf, type Findings } from './findings.ts';
import { make } from './outputs.ts';
import { badRefusal } from './refusal.ts';
import type { Workshop } from './workshop.ts';

/** What was built of some changes. */
export interface Built {
  readonly changes: readonly Change[];
  readonly output: Output;
}

/**
 * Builds an example with all these changes, and compares it with its harmless twin. Where something is wrong the changes
 * are halved, until it is known which of them does it.
 */
export async function buildGroup(
  changes: readonly Change[],
  example: Example,
  workshop: Workshop,
  findings: Findings,
): Promise<readonly Built[]> {
  const said = await attempt(changes, example, workshop);
  if ('built' in said) {
    findings.built += changes.length;
    return [said.built];
  }
  if (changes.length > 1) {
    const half = Math.ceil(changes.length / 2);
    const halves = [changes.slice(0, half), changes.slice(half)];
    const built: Built[] = [];
    for (const one of halves) built.push(...(await buildGroup(one, example, workshop, findings)));
    return built;
  }
  findings.refused += 1;
  if ('problem' in said) findings.problems.push(problem(said.problem, changes));
  return [];
}

type Outcome = { readonly built: Built } | { readonly refused: true } | { readonly problem: string };

async function attempt(changes: readonly Change[], example: Example, workshop: Workshop): Promise<Outcome> {
  try {
    const { checked, diagnostics, sources } = await workshop.fromFiles(changed(example.files, changes));
    if (checked === undefined) {
      const bad = badRefusal(diagnostics, sources);
      return bad === undefined ? { refused: true } : { problem: bad };
    }
    const outputDir = path.join(workshop.folder, 'out', checked.loaded.spec.name);
    const made = await make(checked, outputDir);
    const built = { changes, output: made.output };
    if (changes.length === 1 && changes.every(isTakenApart)) return { built };
    const harmless = await workshop.load(twinOf(example.files, changes), changes);
    if (harmless.checked === undefined) {
      // A word of the spec language may stand where no other text may.
      if (changes.length === 1 && /name|inherited/.test(changes[0]?.payload.kind ?? '')) return { built };
      return { problem: `taken, but a harmless text is not: ${harmless.diagnostics[0]?.message ?? ''}` };
    }
    const [difference] = compareOutputs(made, await make(harmless.checked, outputDir), changes);
    return difference === undefined ? { built } : { problem: difference };
  } catch (error) {
    return { problem: reasonOf(error) };
  }
}

/**
 * Whether a text is taken apart, so that a harmless one does not become the same code: in the place of a regular expression
 * it may be none, and is left out then; in a URL a slash begins the path.
 */
function isTakenApart({ position: { path: at, part }, payload: { text } }: Change): boolean {
  return part === 'value' && (at.at(-1) === 'pattern' || (at.at(-1) === 'baseUrl' && text.includes('/')));
}
