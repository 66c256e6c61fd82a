import type { WriteOptions } from '../write/write-output.ts';
import { generatorVersion } from './generator-version.ts';
import type { Output } from './output.ts';
import { specOrigins } from './spec-origins.ts';

/** What the manifest of an output says beside its files' hashes. */
export function writeOptions({ plan, checked }: Output, cwd: string, force = false): WriteOptions {
  return {
    cwd,
    force,
    notes: { generator: generatorVersion(), spec: plan.specFile, specVersion: plan.version },
    origins: specOrigins(plan, checked),
  };
}
