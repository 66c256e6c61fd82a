import { checkText, told } from '../../check/testing/check-text.ts';
import { planIntegration } from '../../plan/plan-integration.ts';
import type { IntegrationPlan } from '../../ir/integration.ts';
import type { GapContract } from '../contract/contract.ts';
import { contractsOf } from '../contract/contracts-of.ts';

/** The plan of a spec's text, which has to be right. */
export async function planIn(text: string): Promise<IntegrationPlan> {
  const { checked, diagnostics } = await checkText(text);
  if (checked === undefined) throw new Error(told(text, diagnostics).join('\n'));
  return planIntegration(checked, '/specs/out/sample');
}

/** The contract of the gap `id`, or of the only one, in a spec's text. */
export async function contractIn(text: string, id?: string): Promise<GapContract> {
  const contracts = await contractsOf(await planIn(text));
  const found = id === undefined ? contracts[0] : contracts.find(({ gap }) => gap === id);
  if (found === undefined) throw new Error(`The spec has no gap ${id ?? ''}`);
  return found;
}
