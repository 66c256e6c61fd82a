import { mkdir, symlink } from 'node:fs/promises';
import path from 'node:path';
import { buildSpecs } from '../../generator/pipeline/build-specs.ts';
import { repository } from './repository.ts';

/** Builds one spec below `folder`, where the output finds the runtime; returns the output's folder. */
export async function buildSpec(spec: string, folder: string): Promise<string> {
  await mkdir(path.join(folder, 'node_modules', '@flowright'), { recursive: true });
  await symlink(path.join(repository, 'runtime'), path.join(folder, 'node_modules', '@flowright', 'runtime'));
  const { integrations, diagnostics } = await buildSpecs([spec], { cwd: repository, outDir: folder });
  const [built] = integrations;
  if (built === undefined)
    throw new Error(`${spec} was not built: ${diagnostics.map(({ message }) => message).join('; ')}`);
  return built.outputDir;
}
