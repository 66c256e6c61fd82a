import type { CheckedIntegration } from '../../check/checked-integration.ts';
import { kebabCase } from '../../check/names.ts';
import { emitTests } from '../../emit/tests/index.ts';
import type { CriterionPlan, TestFilePlan } from '../../ir/criterion.ts';
import { Fixtures } from '../../plan/criteria/fixtures.ts';
import { planGiven, planStart } from '../../plan/criteria/plan-given.ts';

/** Where transcripts are, relative to the integration's folder. */
export const TRANSCRIPTS = 'test/transcripts';

/** Starts the names of their test files. */
export const TRANSCRIPT_TEST = 'test/transcript-';

/** Stands for the runtime's `startScenario` in them: the same, and at its end the transcript is written. */
const RECORDER = `import { mkdirSync, writeFileSync } from 'node:fs';
import { startScenario as start } from '@flowright/runtime/scenario';
import { expect } from 'vitest';

export const startScenario: typeof start = async (integration, mocks, options) => {
  const scenario = await start(integration, mocks, options);
  const [criterion = ''] = String(expect.getState().currentTestName).split(':');
  const close = async (): Promise<void> => {
    const folder = new URL('transcripts/', import.meta.url);
    mkdirSync(folder, { recursive: true });
    const text = JSON.stringify({ calls: scenario.calls(), outcome: scenario.outcome(), returned: scenario.returned() });
    writeFileSync(new URL(encodeURIComponent(options.workflow + '#' + criterion) + '.json', folder), text);
    await scenario.close();
  };
  return { ...scenario, close };
};
`;

/** Tests that expect nothing: they run what is given of criteria that a model grades, and write down what happens. */
export function transcriptTests(
  checked: CheckedIntegration,
  rubrics: ReadonlyMap<string, string>,
): readonly { readonly path: string; readonly text: string }[] {
  const { loaded, workflows } = checked;
  const fixtures = new Fixtures(loaded);
  const files = workflows.flatMap((one): readonly TestFilePlan[] => {
    const workflow = loaded.spec.workflows[one.id];
    if (workflow === undefined) return [];
    const criteria = (workflow.acceptanceCriteria ?? []).flatMap((criterion): readonly CriterionPlan[] => {
      if (!rubrics.has(`${one.id}#${criterion.id}`)) return [];
      const scenario = {
        given: planGiven(criterion, workflow, fixtures),
        when: planStart(criterion, workflow, one, fixtures),
        expect: [],
      };
      return [{ id: criterion.id, text: criterion.text, place: loaded.place(['workflows', one.id], {}), scenario }];
    });
    return criteria.length === 0
      ? []
      : [{ workflow: one.id, file: `${TRANSCRIPT_TEST}${kebabCase(one.id)}.test.ts`, criteria }];
  });
  if (files.length === 0) return [];
  // Its payloads are numbered anew: they have a folder of their own.
  const emitted = emitTests({ files, fixtures: fixtures.all() }).map(({ path, text }) => ({
    path: path.replace('test/fixtures/', 'test/transcript-fixtures/'),
    text: path.endsWith('.test.ts')
      ? text
          .replace(/(from ["'])@flowright\/runtime\/scenario(["'])/, '$1./transcript-scenario.ts$2')
          .replaceAll(/(from ["'])\.\/fixtures\//g, '$1./transcript-fixtures/')
      : text,
  }));
  return [...emitted, { path: 'test/transcript-scenario.ts', text: RECORDER }];
}
