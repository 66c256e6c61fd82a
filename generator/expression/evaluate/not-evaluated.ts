import type { Expression } from '../expression.ts';
import { mapParts } from '../map-parts.ts';
import { isKnownOperation } from './operate.ts';

/** The first part of an expression that `evaluate` cannot work out from data alone, in the words of the language. */
export function notEvaluated(expression: Expression): string | undefined {
  if (expression.kind === 'mapped' || expression.kind === 'gap') return expression.kind;
  if (expression.kind === 'apply') {
    const { op } = expression;
    // Tables are no data of the gap.
    if (!isKnownOperation(op.op) || op.op === 'lookup') return op.op;
    if (op.op === 'member' || op.op === 'asMember') {
      const inName = notEvaluated(op.name);
      if (inName !== undefined) return inName;
    }
  }
  let found: string | undefined;
  mapParts(expression, (part) => {
    found ??= notEvaluated(part);
    return part;
  });
  return found;
}
