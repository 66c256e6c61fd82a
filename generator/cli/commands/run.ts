import { serve, type Environment } from '@flowright/runtime';
import { findBuilt } from '../dev/find-integration.ts';
import { importIntegration } from '../dev/import-integration.ts';
import { DiagnosticError } from '../diagnostic-error.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import type { CommandContext } from '../io.ts';
import { missingSettings } from '../run/missing-settings.ts';
import { runOnce } from '../run/run-once.ts';
import { readEnvironment } from '../run/read-environment.ts';

export interface RunOptions {
  readonly env?: string;
  readonly input?: string;
  readonly port?: number;
}

/** `flowright run <integration>`: resolves once it listens; a signal ends the process after that. With a workflow or an input: that, once. */
export async function runCommand(
  target: string,
  workflow: string | undefined,
  options: RunOptions,
  context: CommandContext,
): Promise<ExitCode> {
  const { io } = context;
  const { folder } = await findBuilt(target, io.cwd);
  const integration = await importIntegration(folder, io.cwd);
  const settings = await readEnvironment(options.env, folder, io);
  const missing = missingSettings(integration, settings);
  if (missing.length > 0) throw new DiagnosticError(missing);
  const environment: Environment = options.port === undefined ? settings : { ...settings, PORT: String(options.port) };
  if (workflow !== undefined || options.input !== undefined)
    return await runOnce({ integration, workflow, input: options.input, environment }, context);
  await serve(integration, { environment });
  return failedStart();
}

/** `serve` says on standard error why it cannot start, and leaves a code: 2 for a setting, 1 for a port or a folder. */
function failedStart(): ExitCode {
  if (process.exitCode === undefined) return EXIT.ok;
  return process.exitCode === EXIT.wrong ? EXIT.wrong : EXIT.infrastructure;
}
