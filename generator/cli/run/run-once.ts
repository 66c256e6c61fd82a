import {
  createLogger,
  loadSettings,
  redactorFor,
  runWorkflow,
  type Environment,
  type IntegrationDefinition,
} from '@flowright/runtime';
import { didYouMean, list } from '../../diagnostics/catalogue/entry.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import { failWith } from '../diagnostic-error.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import type { CommandContext } from '../io.ts';
import { writeJson } from '../render/write-json.ts';
import { readInput } from './read-input.ts';

export interface RunOnceOptions {
  readonly integration: IntegrationDefinition<unknown>;
  /** The one that is started by hand, where absent. */
  readonly workflow: string | undefined;
  /** JSON, or the name of a file that holds some. */
  readonly input: string | undefined;
  readonly environment: Environment;
}

/** `flowright run out/orders find --input '{ … }'`: runs one workflow, prints what it returns, and exits. */
export async function runOnce(options: RunOnceOptions, { io, json }: CommandContext): Promise<ExitCode> {
  const { integration, environment } = options;
  const workflow = workflowOf(options);
  const input = options.input === undefined ? undefined : await readInput(options.input, io.cwd);
  const redactor = redactorFor(integration, loadSettings(integration, environment));
  const end = await runWorkflow(integration, {
    workflow,
    environment,
    dataDir: environment['FLOWRIGHT_DATA_DIR'] ?? '.flowright',
    log: createLogger({
      name: integration.name,
      level: environment['LOG_LEVEL'] ?? 'silent',
      redactor,
      write: (line) => void io.stderr.write(line),
    }),
    redactor,
    ...(input !== undefined && { input }),
  });
  if (end.status === 'completed') {
    if (end.result !== undefined) writeJson(io.stdout, end.result);
    return EXIT.ok;
  }
  const { code, message, details } = end.failure;
  if (json) writeJson(io.stdout, { code, message, ...(details !== undefined && { details }) });
  else io.stderr.write(`${workflow} failed: ${code}: ${message}\n`);
  return EXIT.failed;
}

function workflowOf({ integration: { name, workflows }, workflow }: RunOnceOptions): string {
  const ids = Object.keys(workflows);
  if (workflow !== undefined) {
    if (ids.includes(workflow)) return workflow;
    throw failWith('FR6001', {
      problem: `${name} has no workflow '${workflow}'`,
      fix: didYouMean(nearest(workflow, ids), `its workflows are ${list(ids)}`),
    });
  }
  const manual = ids.filter((id) => workflows[id]?.trigger.kind === 'manual');
  const [only, ...others] = manual;
  if (only !== undefined && others.length === 0) return only;
  throw failWith('FR6001', {
    problem: `${name} has ${manual.length === 0 ? 'no workflow' : 'several workflows'} started by hand`,
    fix: `name the workflow: ${list(manual.length === 0 ? ids : manual, 'or')}`,
  });
}
