import { evaluate } from '../../expression/evaluate/evaluate.ts';
import { propertyNames, type GapProperty } from '../../ir/logic.ts';

/** A criterion that a result does not keep; `why` where that cannot even be told. */
export interface BrokenCriterion {
  readonly property: GapProperty;
  readonly why?: string;
}

/** The criteria that the result for an input does not keep, both as JSON data. The conditions are no code: nothing of them is run. */
export function brokenCriteria(
  properties: readonly GapProperty[],
  input: unknown,
  output: unknown,
): readonly BrokenCriterion[] {
  const names = propertyNames(input, output);
  return properties.flatMap((property): BrokenCriterion[] => {
    try {
      return evaluate(property.condition, names) === true ? [] : [{ property }];
    } catch (error) {
      return [{ property, why: error instanceof Error ? error.message : String(error) }];
    }
  });
}
