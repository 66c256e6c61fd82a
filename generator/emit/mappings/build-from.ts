import type { BuildFrom } from '../../ir/mapping.ts';
import { choose, isMaybe, missingOf, reference, type Scope } from '../expressions/index.ts';
import { isMissing, literal, type ExpressionNode } from '../syntax/index.ts';
import { buildValue } from './build-value.ts';

/** What is built from a value, or null where that is missing. */
export function buildFrom({ of, build, type }: BuildFrom, scope: Scope): ExpressionNode {
  const missing = missingOf(of.type);
  if (!isMaybe(missing)) return buildValue(build, scope);
  const test = isMissing(reference(of, scope), missing);
  return choose(
    { test, type: { ...type, optional: false, nullable: true }, wish: build.kind === 'helper' ? 'copy' : build.name },
    () => literal(null),
    (inner) => buildValue(build, inner),
    scope,
  );
}
