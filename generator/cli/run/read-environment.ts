import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseEnv } from 'node:util';
import type { Environment } from '@flowright/runtime';
import { displayPath } from '../../diagnostics/display-path.ts';
import { systemCode } from '../../diagnostics/system-code.ts';
import { failWith } from '../diagnostic-error.ts';
import type { CliIo } from '../io.ts';

/** The settings of a .env file, and over them those of the environment, as Node does it with `--env-file`. */
export async function readEnvironment(
  file: string | undefined,
  folder: string,
  { cwd, env }: CliIo,
): Promise<Environment> {
  if (file !== undefined) return { ...(await readEnvFile(resolve(cwd, file), cwd)), ...env };
  for (const path of [join(folder, '.env'), join(cwd, '.env')]) {
    const settings = await readEnvFile(path, cwd).catch(() => undefined);
    if (settings !== undefined) return { ...settings, ...env };
  }
  return env;
}

async function readEnvFile(path: string, cwd: string): Promise<Environment> {
  try {
    return parseEnv(await readFile(path, 'utf8'));
  } catch (error) {
    const file = displayPath(path, cwd);
    const code = systemCode(error) ?? String(error);
    throw code === 'ENOENT' ? failWith('FR1001', { file }, error) : failWith('FR1004', { file, reason: code }, error);
  }
}
