import { hasErrors } from '../../diagnostics/diagnostic.ts';
import { paintFor } from '../../diagnostics/render/colour.ts';
import { renderHuman } from '../../diagnostics/render/human.ts';
import { sortDiagnostics } from '../../diagnostics/sort.ts';
import type { GapEntry } from '../../gap/lock/gap-entry.ts';
import { verifyGaps, type VerifiedGap } from '../../gap/lock/verify-gap.ts';
import { findGaps } from '../../pipeline/find-gaps.ts';
import { EXIT, exitCodeOf, type ExitCode } from '../exit-code.ts';
import type { CommandContext } from '../io.ts';
import { writeJson } from '../render/write-json.ts';
import { bodyDiagnostics } from './body-diagnostics.ts';
import { renderVerified, verifiedJson, type VerifyReport } from './verify-report.ts';
import { verifyProgress } from './verify-progress.ts';
import { AT_ONCE, withJudge } from './with-judge.ts';

/** `flowright gaps verify [specs…]`: runs every body through every check. Exits 1 where a gap is not ok. */
export async function verifyCommand(specs: readonly string[], context: CommandContext): Promise<ExitCode> {
  const { stdout, cwd } = context.io;
  const found = await findGaps(specs.length === 0 ? ['.'] : specs, { cwd });
  const started = performance.now();
  const verified = await verifyAll(
    found.integrations.flatMap(({ gaps }) => gaps),
    context,
  );
  const failing = verified.flatMap(({ entry, problems }) => bodyDiagnostics(entry, problems, cwd));
  const texts = verified.flatMap(({ entry, problems }) => (problems.length === 0 ? [] : [...entry.texts]));
  const report: VerifyReport = {
    found,
    verified: new Map(verified.map((one) => [one.entry, one])),
    diagnostics: sortDiagnostics([...found.diagnostics, ...failing]),
    milliseconds: performance.now() - started,
  };
  if (context.json) writeJson(stdout, verifiedJson(report));
  else {
    const sources = new Map([...found.sources, ...texts]);
    const problems = renderHuman(report.diagnostics, { sources, stream: stdout, width: stdout.columns ?? 100 });
    const result = renderVerified(report, paintFor(stdout));
    stdout.write([problems, result].filter((text) => text !== '').join('\n'));
  }
  // The diagnostics of bodies are what was asked for; those of specs and their files come before.
  if (hasErrors(found.diagnostics)) return exitCodeOf(found.diagnostics);
  return verified.every(({ state }) => state === 'ok') ? EXIT.ok : EXIT.failed;
}

async function verifyAll(entries: readonly GapEntry[], context: CommandContext): Promise<readonly VerifiedGap[]> {
  // Without a body there is nothing to run, nor to load what would run it.
  if (entries.every(({ body }) => body === undefined)) return await verifyGaps(entries, () => Promise.resolve([]));
  const progress = verifyProgress(context, entries.length);
  try {
    return await withJudge(async (judge) => {
      const verified: VerifiedGap[] = [];
      for (let from = 0; from < entries.length; from += AT_ONCE) {
        progress.tested(from);
        verified.push(...(await verifyGaps(entries.slice(from, from + AT_ONCE), judge)));
      }
      return verified;
    });
  } finally {
    progress.end();
  }
}
