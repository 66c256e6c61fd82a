import path from 'node:path';
import { spawnCli } from '../cli/testing/spawn-cli.ts';

interface Report {
  readonly passed: number;
  readonly integrations: readonly {
    readonly folder: string;
    readonly criteria: readonly { readonly id?: string; readonly state: string; readonly reason?: readonly string[] }[];
  }[];
}

export interface TestedSpecs {
  readonly integrations: number;
  readonly passed: number;
  /** `aircall-tags AC1: expected …` */
  readonly failed: readonly string[];
}

/** Builds specs in a folder by the command line, and runs what their criteria became. Throws what the build says where it fails. */
export async function testSpecs(specs: readonly string[], cwd: string): Promise<TestedSpecs> {
  const built = await spawnCli(['build', ...specs], cwd);
  if (built.code !== 0) throw new Error(built.stderr + built.stdout);
  const { stdout } = await spawnCli(['test', '--json'], cwd);
  const { integrations, passed }: Report = JSON.parse(stdout);
  return {
    integrations: integrations.length,
    passed,
    failed: integrations.flatMap(({ folder, criteria }) =>
      criteria
        .filter(({ state }) => state === 'failed')
        .map(({ id, reason }) => `${path.basename(folder)} ${id ?? ''}: ${(reason ?? []).join('\n')}`),
    ),
  };
}
