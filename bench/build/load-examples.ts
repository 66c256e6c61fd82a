import path from 'node:path';
import type { CheckedIntegration } from '../../generator/check/checked-integration.ts';
import { emitIntegration } from '../../generator/emit/emit-integration.ts';
import { formatFiles, type OutputFile } from '../../generator/format/format-files.ts';
import { checkSpecs } from '../../generator/pipeline/check-specs.ts';
import type { IntegrationPlan } from '../../generator/ir/integration.ts';
import { planIntegration } from '../../generator/plan/plan-integration.ts';
import { EXAMPLES, repository } from './repository.ts';

/** An example on its way through the stages. */
export interface Example {
  readonly checked: CheckedIntegration;
  readonly plan: IntegrationPlan;
  readonly outputDir: string;
  /** As emitted. */
  readonly emitted: readonly OutputFile[];
  /** As written. */
  readonly files: readonly OutputFile[];
}

/** The examples of this repository, through all stages up to the format. */
export async function loadExamples(): Promise<readonly Example[]> {
  const { integrations } = await checkSpecs(EXAMPLES, { cwd: repository });
  if (integrations.length !== EXAMPLES.length) throw new Error('the examples have errors');
  return await Promise.all(
    integrations.map(async (checked) => {
      const outputDir = path.join(repository, 'out', checked.loaded.spec.name);
      const plan = planIntegration(checked, outputDir);
      const emitted = await emitIntegration(plan);
      return { checked, plan, outputDir, emitted, files: (await formatFiles(emitted)).files };
    }),
  );
}
