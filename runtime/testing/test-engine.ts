import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { StepContext } from '../context/context.ts';
import { openEmbeddedEngine } from '../engine/embedded/embedded-engine.ts';
import type { EmbeddedEngine } from '../engine/embedded/embedded-engine.ts';
import type { StepTransport } from '../engine/embedded/host.ts';
import type { EmbeddedOptions } from '../engine/embedded/options.ts';
import type { AnyWorkflow, IntegrationDefinition } from '../integration.ts';
import type { Trigger } from '../trigger/trigger.ts';

export type TestContext = StepContext<object>;
type Run = (ctx: TestContext, input: unknown) => Promise<unknown>;

export const manual: Trigger<unknown> = { kind: 'manual', parse: (body) => body };

/** A workflow that is started by hand. */
export function byHand(run: Run): AnyWorkflow<object> {
  return { trigger: manual, run };
}

export function integrationOf(
  workflows: Readonly<Record<string, AnyWorkflow<object>>>,
  version = 'v1',
): IntegrationDefinition<object> {
  return { name: 'test', version, systems: [], settings: [], clients: () => ({}), workflows };
}

export const noTransport: StepTransport = {
  forStep: () => ({ send: () => Promise.reject(new Error('no step of this test sends')) }),
};

/** An engine in memory, or on `file`, that is closed when the test ends. */
export function testEngine(
  workflows: Readonly<Record<string, AnyWorkflow<object>>> | Run,
  options: Partial<EmbeddedOptions> & { readonly version?: string } = {},
): EmbeddedEngine<object> {
  const { version, ...rest } = options;
  const named = typeof workflows === 'function' ? { main: byHand(workflows) } : workflows;
  const engine = openEmbeddedEngine(integrationOf(named, version), {
    file: ':memory:',
    transport: noTransport,
    random: () => 0.5,
    ...rest,
  });
  onTestFinished(() => engine.close(50));
  return engine;
}

/** A database file of the test's own. */
export function temporaryFile(): string {
  return join(temporaryFolder(), 'runs.db');
}

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'flowright-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
