import { expect, it } from 'vitest';
import { GAPPED, specFolder } from '../cli/testing/small-specs.ts';
import { planIntegration } from '../plan/plan-integration.ts';
import { checkSpecs } from './check-specs.ts';
import { specOrigins } from './spec-origins.ts';

async function originsOf(spec: string): Promise<Readonly<Record<string, unknown>>> {
  await using folder = await specFolder({ small: spec });
  const { integrations } = await checkSpecs(['.'], { cwd: folder.path });
  const [checked] = integrations;
  if (checked === undefined) throw new Error('the spec has errors');
  return Object.fromEntries(specOrigins(planIntegration(checked, folder.path), checked));
}

it('leads from each file, function and step to its part of the spec', async () => {
  expect(await originsOf(GAPPED)).toEqual({
    'src/models/lead.ts': { spec: 'models.Lead', symbols: expect.objectContaining({ Lead: 'models.Lead' }) },
    'src/mappings/to-lead.ts': { spec: 'mappings.toLead', symbols: { toLead: 'mappings.toLead' } },
    'src/logic/grade.ts': { spec: 'logic.grade', symbols: { grade: 'logic.grade' } },
    'src/systems/crm.ts': {
      spec: 'systems.crm',
      symbols: { crmClient: 'systems.crm', 'crmClient.send': 'endpoints.send' },
    },
    'src/workflows/ask.ts': {
      spec: 'workflows.ask',
      symbols: {
        ask: 'workflows.ask',
        'ask/lead': 'workflows.ask.steps[0]',
        'ask/grade': 'workflows.ask.steps[1]',
        'ask/when': 'workflows.ask.steps[2]',
        'ask/send': 'workflows.ask.steps[2].then[0]',
      },
    },
  });
});

it('is the same wherever the lines of the spec stand', async () => {
  expect(await originsOf(`# one\n\n# two\n${GAPPED.replace('workflows:', '\n\nworkflows:')}`)).toEqual(
    await originsOf(GAPPED),
  );
});
