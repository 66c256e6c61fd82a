import type { CheckedIntegration } from '../../check/checked-integration.ts';
import { isChecked } from '../../check/criteria/is-checked.ts';
import { kebabCase } from '../../check/names.ts';
import type { SpecPath } from '../../diagnostics/place.ts';
import type { CriterionPlan, TestsPlan } from '../../ir/criterion.ts';
import { unique } from '../name-files.ts';
import { Fixtures } from './fixtures.ts';
import { planExpect } from './plan-expect.ts';
import { planGiven, planStart } from './plan-given.ts';

/** The tests that acceptance criteria become. */
export function planTests({ loaded, workflows, operations }: CheckedIntegration): TestsPlan {
  const fixtures = new Fixtures(loaded);
  const taken = new Set<string>();
  const files = workflows.flatMap((checked) => {
    const workflow = loaded.spec.workflows[checked.id];
    const criteria = workflow?.acceptanceCriteria ?? [];
    if (workflow === undefined || criteria.length === 0) return [];
    const plans = criteria.map((criterion, index): CriterionPlan => {
      const at: SpecPath = ['workflows', checked.id, 'acceptanceCriteria', index];
      const { id, text } = criterion;
      const named = { id, text: text.trim().replaceAll(/\s+/g, ' '), place: loaded.place([...at, 'id'], {}) };
      if (!isChecked(criterion)) return named;
      const scenario = {
        given: planGiven(criterion, workflow, fixtures),
        when: planStart(criterion, workflow, checked, fixtures),
        expect: planExpect(criterion, checked, operations, fixtures),
      };
      return { ...named, scenario };
    });
    return [{ workflow: checked.id, file: `test/${unique(kebabCase(checked.id), taken)}.test.ts`, criteria: plans }];
  });
  return { files, fixtures: fixtures.all() };
}
