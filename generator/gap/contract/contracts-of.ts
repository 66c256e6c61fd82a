import { Names } from '../../emit/syntax/index.ts';
import { formatFiles } from '../../format/format-files.ts';
import type { IntegrationPlan } from '../../ir/integration.ts';
import type { LogicPlan } from '../../ir/logic.ts';
import type { GapContract } from './contract.ts';
import { selfContained } from './self-contained.ts';
import { typeDeclarations } from './type-declarations.ts';

/** What of a plan contracts are made of. */
export type ContractSource = Pick<IntegrationPlan, 'name' | 'models' | 'logic'>;

/** The contracts of an integration's gaps, in the order of its plan. */
export async function contractsOf(plan: ContractSource): Promise<readonly GapContract[]> {
  if (plan.logic.length === 0) return [];
  const contracts = plan.logic.map((logic) => contractOf(logic, plan));
  const { files } = await formatFiles(contracts.map(({ types }, at) => ({ path: `${String(at)}.ts`, text: types })));
  return contracts.map((contract, at) => ({ ...contract, types: files[at]?.text ?? contract.types }));
}

function contractOf(logic: LogicPlan, plan: ContractSource): GapContract {
  const { symbol, inputType, outputType, doc, rule, criteria, properties, examples, place } = logic;
  const taken = [symbol.name, inputType, outputType];
  const inputSchema = selfContained(logic.schemas.input, plan.models, new Names(taken));
  const outputSchema = selfContained(logic.schemas.output, plan.models, new Names(taken));
  const input = { name: inputType, schema: inputSchema };
  return {
    integration: plan.name,
    gap: logic.id,
    functionName: symbol.name,
    inputType,
    outputType,
    types: typeDeclarations(input, { name: outputType, schema: outputSchema }, symbol.name),
    signature: `export function ${symbol.name}(input: ${inputType}): ${outputType}`,
    ...(doc !== undefined && { description: doc }),
    rule,
    criteria,
    ...(properties.length > 0 && { properties }),
    examples,
    inputSchema,
    outputSchema,
    place,
  };
}
