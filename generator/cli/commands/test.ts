import { paintFor } from '../../diagnostics/render/colour.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import type { CommandContext } from '../io.ts';
import { renderTests, testsJson } from '../render/test-report.ts';
import { writeJson } from '../render/write-json.ts';
import { findOutputs } from '../test/find-outputs.ts';
import { runTests } from '../test/run-tests.ts';

export interface TestOptions {
  readonly out: string;
}

/** `flowright test [integrations or specs…]` */
export async function testCommand(
  targets: readonly string[],
  options: TestOptions,
  context: CommandContext,
): Promise<ExitCode> {
  const { stdout, cwd } = context.io;
  const folders = await findOutputs(targets.length === 0 ? [options.out] : targets, options.out, context);
  if (folders === undefined) return EXIT.wrong;
  const tested = await runTests(folders, cwd);
  if (context.json) writeJson(stdout, testsJson(tested, cwd));
  else stdout.write(renderTests(tested, cwd, paintFor(stdout)));
  return tested.some(({ criteria }) => criteria.some(({ state }) => state === 'failed')) ? EXIT.failed : EXIT.ok;
}
