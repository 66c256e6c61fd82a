import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { paintFor } from '../../diagnostics/render/colour.ts';
import { renderHuman } from '../../diagnostics/render/human.ts';
import { sortDiagnostics } from '../../diagnostics/sort.ts';
import { openBudget } from '../../gap/fill/budget.ts';
import { estimate } from '../../gap/fill/estimate.ts';
import { fillDiagnostics } from '../../gap/fill/fill-diagnostics.ts';
import { fillGaps } from '../../gap/fill/fill-gaps.ts';
import type { FillOutcome } from '../../gap/fill/fill-outcome.ts';
import type { GapEntry } from '../../gap/lock/gap-entry.ts';
import { openSandbox } from '../../gap/trial/sandbox/sandbox.ts';
import { failWith } from '../diagnostic-error.ts';
import { EXIT, exitCodeOf, type ExitCode } from '../exit-code.ts';
import type { CommandContext } from '../io.ts';
import { diagnosticsJson } from '../render/check-report.ts';
import { writeDiagnostics } from '../render/write-diagnostics.ts';
import { writeJson } from '../render/write-json.ts';
import { batchFirst } from './batch-first.ts';
import { chooseGaps } from './choose-gaps.ts';
import { estimateLine } from './estimate-line.ts';
import type { FillOptions } from './fill-options.ts';
import { priceFor } from './price-for.ts';
import { fillPartsOf, journalOf, modelOf } from './fill-parts-of.ts';
import { fillJson, renderFill } from './fill-report.ts';
import { openFillView } from './fill-view.ts';
import { findFillable, type Fillable } from './find-fillable.ts';
import { holdFolder } from './hold-folder.ts';
import { readPrompts } from './read-prompts.ts';
import { refuseClearText } from './refuse-clear-text.ts';
import { testBodies } from './test-bodies.ts';
import { warningsAhead } from './warnings-ahead.ts';

/** `flowright gaps fill [integration] [gaps…]`: asks a model for bodies, and writes those that pass. */
export async function fillCommand(
  integration: string | undefined,
  names: readonly string[],
  options: FillOptions,
  context: CommandContext,
): Promise<ExitCode> {
  const model = modelOf(options);
  if (options.provider === 'replay' && options.batch === true)
    throw failWith('FR6001', { problem: '--batch asks the Messages API, and --provider replay asks nobody' });
  if (options.budget !== undefined && priceFor(model, options)(0) === undefined) throw failWith('FR7401', { model });
  if (options.provider !== 'replay') refuseClearText(options, context.io);
  const release = options.provider === 'replay' ? undefined : await holdFolder(context.io.cwd);
  try {
    return await fillAlone(integration, names, options, context);
  } finally {
    await release?.();
  }
}

/** Nobody else fills from this folder meanwhile, so what is found missing stays so. */
async function fillAlone(
  integration: string | undefined,
  names: readonly string[],
  options: FillOptions,
  context: CommandContext,
): Promise<ExitCode> {
  const { io } = context;
  const found = await findFillable(integration, names, options.spec, io.cwd);
  const journal = journalOf(options, io);
  const ours = new Set<GapEntry>();
  for (const entry of found.gaps)
    if (entry.body !== undefined && (await journal?.isAccepted(entry, entry.body.body)) === true) ours.add(entry);
  const tested = await testBodies(found.gaps, options);
  const { fill, already, diagnostics } = chooseGaps(
    tested.gaps,
    { ...options, isOurs: (entry) => ours.has(entry) },
    io.cwd,
  );
  // Told before anything is paid for, when there is still time to think better of it.
  const ahead = warningsAhead(fill, tested.passing, options, io.cwd);
  if (!context.json && ahead.length > 0) writeDiagnostics(ahead, context, found.sources);
  const run = fill.length === 0 ? NOTHING_RUN : await runFill(fill, options, context);
  const all = sortDiagnostics([
    ...found.diagnostics,
    ...diagnostics,
    ...(context.json ? ahead : []),
    ...run.diagnostics,
  ]);
  report(run, already, all, found, context);
  return run.interrupted ? EXIT.interrupted : exitCodeOf(all);
}

interface FillRunResult {
  readonly outcomes: readonly FillOutcome[];
  readonly diagnostics: readonly Diagnostic[];
  readonly interrupted: boolean;
}

const NOTHING_RUN: FillRunResult = { outcomes: [], diagnostics: [], interrupted: false };

async function runFill(
  entries: readonly GapEntry[],
  options: FillOptions,
  context: CommandContext,
): Promise<FillRunResult> {
  const { io } = context;
  const prompts = await readPrompts(entries, options, io.cwd);
  const budget = openBudget(options.budget);
  const stop = new AbortController();
  const forget = io.onInterrupt?.(() => stop.abort());
  const sandbox = openSandbox();
  let view: ReturnType<typeof openFillView> | undefined;
  try {
    const parts = fillPartsOf(
      options,
      { prompts, sandbox, budget, tell: (event) => view?.tell(event), signal: stop.signal },
      io,
    );
    if (!context.json && !parts.free) {
      const ahead = await estimate(entries, parts, options.batch === true ? 'batch' : undefined);
      io.stderr.write(`${estimateLine(ahead, parts.model, options)}\n`);
    }
    view = openFillView(entries, context);
    const batched = options.batch === true ? await batchFirst(entries, parts, options, io) : undefined;
    const outcomes = await fillGaps(
      entries,
      batched === undefined ? parts : { ...parts, ...batched },
      options.concurrency,
    );
    return {
      outcomes,
      diagnostics: fillDiagnostics(outcomes, budget),
      interrupted: stop.signal.aborted,
    };
  } finally {
    forget?.();
    view?.end();
    await sandbox.dispose();
  }
}

function report(
  { outcomes }: FillRunResult,
  already: number,
  diagnostics: readonly Diagnostic[],
  { sources }: Fillable,
  { io: { stdout }, json }: CommandContext,
): void {
  if (json) {
    writeJson(stdout, { ...fillJson(outcomes, already), ...diagnosticsJson(diagnostics) });
    return;
  }
  const problems = renderHuman(diagnostics, { sources, stream: stdout, width: stdout.columns ?? 100 });
  const result = renderFill(outcomes, already, paintFor(stdout));
  stdout.write([problems, result].filter((text) => text !== '').join('\n'));
}
