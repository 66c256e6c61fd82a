import type { MockDefinition, MockSystem } from '@flowright/runtime/mock';
import type { CheckedIntegration } from '../../check/checked-integration.ts';
import type { CheckedOperation } from '../../check/endpoints/checked-operation.ts';
import { metadataSetting, webhookSecrets } from '../plan-settings.ts';
import { basePathOf } from './base-path.ts';
import { mockEndpoint } from './mock-endpoint.ts';
import { exampleAnswer, exampleOfModel } from './example-answer.ts';
import { referencedFile } from '../../load/references/referenced-file.ts';

/** The mock systems of an integration, from its endpoints, models and examples. */
export function planMocks(checked: CheckedIntegration): MockDefinition {
  const seeds = new Map<string, readonly unknown[]>();
  const systems = checked.systems.flatMap(({ id, definition }): readonly MockSystem[] => {
    const operations = checked.operations.filter((operation) => operation.system === id);
    if (operations.length === 0) return [];
    const endpoints = operations.map((operation) => {
      const planned = mockEndpoint(
        operation,
        exampleAnswer(operation, checked),
        checked.shapes,
        continued(operation, operations),
      );
      if (planned.collection !== undefined)
        seeds.set(
          planned.collection,
          seedOf(operation.endpoint.mock?.seed, checked) ?? seeds.get(planned.collection) ?? planned.seed,
        );
      return planned.endpoint;
    });
    return [
      {
        id,
        baseUrlSetting: definition.baseUrlSetting,
        basePath: basePathOf(definition.baseUrl),
        auth: definition.auth,
        endpoints,
      },
    ];
  });
  return { systems, seeds: Object.fromEntries(seeds), settings: mockSettings(checked) };
}

/** The operation whose further pages this one answers. */
function continued({ id }: CheckedOperation, operations: readonly CheckedOperation[]): CheckedOperation | undefined {
  return operations.find(({ pagination }) => pagination?.kind === 'cursor' && pagination.continues?.operation === id);
}

function seedOf(file: string | undefined, checked: CheckedIntegration): readonly unknown[] | undefined {
  if (file === undefined) return undefined;
  const data = referencedFile(checked.loaded, file)?.data;
  return Array.isArray(data) ? data : undefined;
}

/** Made-up values for variables and webhook secrets: a run against the mocks needs no settings of its own. */
function mockSettings(checked: CheckedIntegration): Readonly<Record<string, string>> {
  const settings: Record<string, string> = {};
  for (const { definition } of checked.systems) {
    for (const variable of Object.values(definition.variables)) settings[variable.setting] = variable.default ?? 'mock';
  }
  for (const { trigger } of checked.workflows) {
    if (trigger.kind !== 'webhook') continue;
    for (const name of webhookSecrets(trigger.auth)) settings[name] = `mock-${name.toLowerCase().replaceAll('_', '-')}`;
  }
  const metadata = checked.workflows.find((workflow) => workflow.metadata !== undefined)?.metadata?.ref;
  if (metadata?.kind === 'model')
    settings[metadataSetting(checked.loaded.spec.name)] = JSON.stringify(exampleOfModel(metadata.name, checked));
  return settings;
}
