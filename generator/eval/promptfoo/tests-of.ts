import { nearest } from '../../diagnostics/nearest.ts';
import type { Lab } from '../lab/lab.ts';
import type { EvalError } from '../results.ts';
import type { SuiteCase } from '../suite/suite-case.ts';
import type { PromptfooAssertion, PromptfooGrade, PromptfooTest } from './promptfoo.ts';

/** A test of each case and repeat, with each of its assertions under its own name. No threshold: each assertion counts. */
export function testsOf(suite: readonly SuiteCase[], repeats: number, lab: Lab): readonly PromptfooTest[] {
  return suite.flatMap((one) =>
    Array.from({ length: repeats }, (_, repeat): PromptfooTest => {
      const { id, metrics } = one.expected;
      return {
        description: `${id} (${String(repeat + 1)})`,
        vars: { case: { id, repeat } },
        metadata: { id, repeat },
        assert: metrics.map(({ metric }): PromptfooAssertion => ({
          type: 'javascript',
          metric,
          weight: 1,
          value: async () => await grade(one, repeat, metric, lab),
        })),
      };
    }),
  );
}

async function grade(one: SuiteCase, repeat: number, metric: string, lab: Lab): Promise<PromptfooGrade> {
  const { assertions } = await lab.measure(one, repeat);
  const found = assertions.find((assertion) => assertion.metric === metric);
  const pass = found?.passed ?? false;
  return { pass, score: pass ? 1 : 0, reason: found?.reason ?? (pass ? 'holds' : 'it was not looked at') };
}

/** The types of assertions that are used. promptfoo lets one that it does not know pass. */
const TYPES: readonly string[] = ['javascript'];

/** Assertions of unknown types, and tests without any. */
export function wrongTests(tests: readonly PromptfooTest[]): readonly EvalError[] {
  return tests.flatMap(({ metadata, assert }): readonly EvalError[] => {
    if (assert.length === 0) return [{ kind: 'configuration', message: `${metadata.id} has no assertion` }];
    return assert
      .filter(({ type }) => !TYPES.includes(type))
      .map(({ type, metric }) => {
        const near = nearest(type, TYPES);
        const meant = near === undefined ? '' : `; did you mean '${near}'?`;
        return {
          kind: 'configuration',
          message: `${metric} is an assertion of the type '${type}', which there is not${meant}`,
        };
      });
  });
}
