import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findPackage } from './find-package.ts';

/**
 * The command that runs the compiler of the installed TypeScript, its first arguments included. It is the executable
 * itself: `bin/tsc` starts a Node only to find it. By way of `bin/tsc` where a version keeps it elsewhere.
 */
export async function findCompiler(
  platform = `${process.platform}-${process.arch}`,
): Promise<readonly [string, ...string[]]> {
  const typescript = await findPackage('typescript');
  try {
    const beside = pathToFileURL(join(typescript, 'package.json'));
    const folder = await findPackage(`@typescript/typescript-${platform}`, beside);
    const executable = join(folder, 'lib', process.platform === 'win32' ? 'tsc.exe' : 'tsc');
    await access(executable);
    return [executable];
  } catch {
    return [process.execPath, join(typescript, 'bin', 'tsc')];
  }
}
