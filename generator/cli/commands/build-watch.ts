import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { paintFor } from '../../diagnostics/render/colour.ts';
import { renderHuman } from '../../diagnostics/render/human.ts';
import { hasErrors } from '../../diagnostics/diagnostic.ts';
import type { BuildReport } from '../../pipeline/build-report.ts';
import { buildSpecs } from '../../pipeline/build-specs.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import type { CommandContext } from '../io.ts';
import { buildJson } from '../render/build-report.ts';
import { renderRefused } from '../render/refused.ts';
import { rebuildLine } from '../render/rebuild-line.ts';
import { watchFiles } from '../watch/watch-files.ts';
import type { BuildOptions } from './build.ts';

const CLEAR = '\u001B[2J\u001B[3J\u001B[H';

/** `flowright build --watch [specs…]`: builds whenever a spec, or a file that one refers to, changes; until it is interrupted. */
export async function watchCommand(
  specs: readonly string[],
  { out, cache = true }: BuildOptions,
  context: CommandContext,
): Promise<ExitCode> {
  const { io } = context;
  const interrupted = Promise.withResolvers<'interrupted'>();
  const forget = io.onInterrupt?.(() => interrupted.resolve('interrupted'));
  const watching = watchFiles();
  const folders = await foldersOf(specs, io.cwd);
  let [wrong, first] = [false, true];
  try {
    for (;;) {
      const started = Date.now();
      // What did not change is left out from the second time on, whatever the first was asked to do.
      const report = await buildSpecs(specs, { cwd: io.cwd, outDir: out, cache: cache || !first });
      if (wrong && io.stdout.isTTY === true) io.stdout.write(CLEAR);
      tell(report, Date.now() - started, context);
      wrong = hasErrors(report.diagnostics);
      first = false;
      await watching.follow(
        [...report.sources.keys()].map((file) => resolve(io.cwd, file)),
        folders,
        started,
      );
      if ((await Promise.race([watching.changed(), interrupted.promise])) === 'interrupted') return EXIT.interrupted;
    }
  } finally {
    forget?.();
    watching.close();
  }
}

function tell(report: BuildReport, milliseconds: number, { io, json }: CommandContext): void {
  const { stdout, cwd } = io;
  if (json) {
    stdout.write(`${JSON.stringify(buildJson(report, cwd))}\n`);
    return;
  }
  const { diagnostics, sources, refused } = report;
  const paint = paintFor(stdout);
  stdout.write(
    [
      renderHuman(diagnostics, { sources, stream: stdout, width: stdout.columns ?? 100 }),
      renderRefused(refused, cwd, paint),
      `${rebuildLine(report, milliseconds, new Date(), paint)}\n`,
    ]
      .filter((text) => text !== '')
      .join('\n'),
  );
}

/** The folders among the inputs: a new spec may come there. */
async function foldersOf(inputs: readonly string[], cwd: string): Promise<readonly string[]> {
  const found = await Promise.all(
    inputs.map(async (input) => {
      const path = resolve(cwd, input);
      const stats = await stat(path).catch(() => undefined);
      return stats?.isDirectory() === true ? [path] : [];
    }),
  );
  return found.flat();
}
