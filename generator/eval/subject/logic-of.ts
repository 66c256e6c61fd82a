import path from 'node:path';
import type { IntegrationPlan } from '../../ir/integration.ts';
import type { EvalIntegration } from './integration.ts';

/** The gaps that a generated file needs, itself or by what it imports. */
export function logicOf(
  { files, plan }: Pick<EvalIntegration, 'files' | 'plan'>,
  file: string,
): readonly IntegrationPlan['logic'][number][] {
  const texts = new Map(files.map((one) => [one.path, one.text]));
  const seen = new Set<string>();
  const visit = (one: string): void => {
    if (seen.has(one)) return;
    seen.add(one);
    for (const [, specifier = ''] of (texts.get(one) ?? '').matchAll(/from '(\.{1,2}\/[^']+)'/g))
      visit(path.posix.join(path.posix.dirname(one), specifier));
  };
  visit(file);
  return plan.logic.filter(({ symbol }) => seen.has(symbol.file));
}
