import { checkText, told } from '../../check/testing/check-text.ts';
import { emitIntegration } from '../../emit/emit-integration.ts';
import { callExport, runCode } from '../../emit/testing/run-code.ts';
import { typeCheck } from '../../emit/testing/type-check.ts';
import { checkJsonata } from '../../expression/jsonata/compile.ts';
import { EMPTY_SCOPE, variable } from '../../expression/scope.ts';
import { planIntegration } from '../../plan/plan-integration.ts';
import { typeOfShape } from '../../shape/type-of-shape.ts';
import { mappingSpec } from './run-mapping.ts';

/** What a compiled expression gives for a source; a field that is left out is undefined. */
export type Compiled = (source: unknown) => unknown;

/** A spec with a mapping for each expression, whose only row it is. */
export function jsonataSpec(expressions: readonly string[], fields: object): string {
  const mappings = expressions.map(
    (jsonata, index) =>
      [`e${String(index)}`, { from: 'Order', to: 'Target', rows: [{ to: 'value', jsonata }] }] as const,
  );
  return mappingSpec({
    models: { Order: fields, Target: { 'value?': 'any' } },
    mappings: Object.fromEntries(mappings),
  });
}

/** What is said of one expression. */
export async function refusals(expression: string, fields: object): Promise<readonly string[]> {
  const text = jsonataSpec([expression], fields);
  return told(text, (await checkText(text)).diagnostics);
}

/** Compiles expressions, all of which can be; what TypeScript says of the code is thrown. */
export async function compileJsonata(
  expressions: readonly string[],
  fields: object,
): Promise<ReadonlyMap<string, Compiled>> {
  const text = jsonataSpec(expressions, fields);
  const { checked, diagnostics } = await checkText(text);
  if (checked === undefined) throw new Error(told(text, diagnostics).join('\n'));
  const plan = planIntegration(checked, '/specs/out/sample');
  const files = await emitIntegration(plan);
  const problems = typeCheck(files, 'runtime/index.ts');
  if (problems !== '') throw new Error(problems);
  return new Map(
    expressions.map((expression, index) => {
      const symbol = plan.mappings.find(({ id }) => id === `e${String(index)}`)?.symbol;
      const file = files.find(({ path }) => path === symbol?.file);
      if (symbol === undefined || file === undefined) throw new TypeError(`No function for ${expression}`);
      const exports = runCode(file.text);
      const run: Compiled = (source) => {
        const made = callExport(exports, symbol.name, [structuredClone(source)]);
        return typeof made === 'object' && made !== null && 'value' in made ? made.value : undefined;
      };
      return [expression, run] as const;
    }),
  );
}

/** Which expressions are compiled; the others are refused. */
export async function compilable(expressions: readonly string[], fields: object): Promise<readonly string[]> {
  const { checked } = await checkText(jsonataSpec(['id'], fields));
  if (checked === undefined) throw new TypeError('The fields are no model');
  const { shapes } = planIntegration(checked, '/specs/out/sample');
  const root = variable('order', typeOfShape({ kind: 'ref', to: 'Order' }, shapes));
  const context = { scope: { ...EMPTY_SCOPE, root }, environment: { shapes, tables: new Map() } };
  return expressions.filter((expression) => checkJsonata(expression, context).ok !== undefined);
}
