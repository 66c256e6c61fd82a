import type { IntegrationPlan } from '../../ir/integration.ts';
import type { EmittedFile } from '../syntax/index.ts';
import { envExample } from './env-example.ts';
import { emitMocks } from './mocks.ts';
import { packageJson, tsconfigJson } from './package-json.ts';
import { readme, type ReadmeSource } from './readme.ts';

export type ProjectPlan = ReadmeSource & Pick<IntegrationPlan, 'name' | 'mocks' | 'tests'>;

/** What the output has around its code: package, compiler options, example of settings, mock systems, README. */
export async function emitProject(plan: ProjectPlan): Promise<readonly EmittedFile[]> {
  return [
    { path: 'package.json', text: packageJson(plan.name, { tests: plan.tests.files.length > 0 }) },
    { path: 'tsconfig.json', text: tsconfigJson() },
    { path: '.env.example', text: envExample(plan.settings) },
    { path: 'README.md', text: await readme(plan) },
    emitMocks(plan.mocks),
  ];
}
