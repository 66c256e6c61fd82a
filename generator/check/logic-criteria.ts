import type { SpecPath } from '../diagnostics/place.ts';
import { checkExpression } from '../expression/check-expression.ts';
import type { Environment } from '../expression/environment.ts';
import { evaluate } from '../expression/evaluate/evaluate.ts';
import { notEvaluated } from '../expression/evaluate/not-evaluated.ts';
import type { Result } from '../expression/problem.ts';
import { fail, ok } from '../expression/problem.ts';
import { EMPTY_SCOPE, variable, type Scope } from '../expression/scope.ts';
import { describeType } from '../shape/describe.ts';
import { isFailed } from '../shape/shape.ts';
import { expand, isMaybe, typeOfShape } from '../shape/type-of-shape.ts';
import type { Type } from '../shape/type.ts';
import { propertyNames, type GapProperty } from '../ir/logic.ts';
import type { GapCriteria } from '../spec/types.ts';
import type { LogicExamples } from './logic-examples.ts';
import type { Report } from './report.ts';

/** A gap's result, by its name in a condition of a criterion. */
const OUTPUT = 'output';

interface Signature {
  readonly input: Type;
  readonly output: Type;
}

/** The words of criteria, which are all that whoever fills the gap is told of them. */
export function criteriaTexts(criteria: GapCriteria): readonly string[] {
  return criteria.map((one) => (typeof one === 'string' ? one : one.text));
}

/** The criteria that say as a condition what they mean; those that are wrong have been reported by {@link checkGapCriteria}. */
export function gapProperties(
  criteria: GapCriteria,
  signature: Signature,
  environment: Environment,
): readonly GapProperty[] {
  return criteria.flatMap((one, index) => {
    if (typeof one === 'string') return [];
    const condition = conditionOf(one.holds, signature, environment).ok;
    return condition === undefined ? [] : [{ criterion: index, text: one.text, holds: one.holds, condition }];
  });
}

/** Whether the conditions of criteria can be asked of a result, and are true of every example that fits its types. */
export function checkGapCriteria(
  { at, input, output, criteria, examples }: LogicExamples & { readonly criteria: GapCriteria },
  fitting: ReadonlySet<number>,
  environment: Environment,
  report: Report,
): void {
  const clash = fieldsOf(input, environment).has(OUTPUT);
  const properties = clash ? [] : gapProperties(criteria, { input, output }, environment);
  for (const [index, one] of criteria.entries()) {
    if (typeof one === 'string') continue;
    const path: SpecPath = [...at, 'criteria', index, 'holds'];
    if (clash) report.add('FR7005', { field: OUTPUT }, path);
    else report.problems(conditionOf(one.holds, { input, output }, environment).problems ?? [], path);
  }
  for (const [index, example] of examples.entries()) {
    if (!fitting.has(index)) continue;
    for (const { criterion, text, condition } of properties) {
      const why = broken(condition, example);
      if (why !== undefined)
        report.add('FR7006', { example: index + 1, criterion: `C${String(criterion + 1)}`, text, why }, [
          ...at,
          'examples',
          index,
          'out',
        ]);
    }
  }
}

function broken(
  condition: GapProperty['condition'],
  example: { readonly in: unknown; readonly out: unknown },
): string | undefined {
  try {
    return evaluate(condition, propertyNames(example.in, example.out)) === true ? undefined : 'is false';
  } catch (error) {
    return `cannot be told: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** A condition over the inputs, by their names, and the output. */
function conditionOf(
  holds: string,
  { input, output }: Signature,
  environment: Environment,
): Result<GapProperty['condition']> {
  const { shapes, tables } = environment;
  const fields = fieldsOf(input, environment);
  const names = new Map(
    [...fields].map(([name, field]) => [
      name,
      { expression: variable(name, typeOfShape(field.shape, shapes, field.optional)) },
    ]),
  );
  const scope: Scope = { ...EMPTY_SCOPE, names: names.set(OUTPUT, { expression: variable(OUTPUT, output) }) };
  // Nothing is noted as used: the output of the compiler has no such condition in it.
  const checked = checkExpression(holds, { scope, environment: { shapes, tables } });
  if (checked.ok === undefined) return checked;
  const whole = { from: 0, to: holds.length };
  const { type } = checked.ok;
  if (isFailed(type.shape)) return fail();
  if (expand(type.shape, shapes).kind !== 'boolean' || isMaybe(type))
    return fail({ what: 'type', ...whole, found: describeType(type), wanted: 'a condition: true or false' });
  const unknown = notEvaluated(checked.ok);
  return unknown === undefined
    ? ok(checked.ok)
    : fail({
        what: 'notAllowed',
        ...whole,
        detail: `'${unknown}' in a criterion`,
        fix: 'say it without, or in words alone',
      });
}

function fieldsOf(
  input: Type,
  { shapes }: Environment,
): ReadonlyMap<string, { readonly shape: Type['shape']; readonly optional: boolean }> {
  const shape = expand(input.shape, shapes);
  return shape.kind === 'object' ? shape.fields : new Map<string, never>();
}
