import { binary, ifThen, type ExpressionNode, type StatementNode } from '../../syntax/index.ts';

/** A piece of a check function before it is written down, so that conditions can be joined first. */
export type Check = StatementNode | Branch;

export interface Branch {
  readonly test: ExpressionNode;
  readonly then: readonly Check[];
  readonly else: readonly Check[];
}

/** `checks` where `test` holds: one condition where that says it. */
export function guarded(test: ExpressionNode, checks: readonly Check[]): readonly Check[] {
  const [only] = checks;
  if (only === undefined) return [];
  if (checks.length === 1 && isBranch(only) && only.else.length === 0)
    return [{ ...only, test: binary(test, '&&', only.test) }];
  return [{ test, then: checks, else: [] }];
}

export function branch(test: ExpressionNode, then: readonly Check[], otherwise: readonly Check[] = []): Branch {
  return { test, then, else: otherwise };
}

export function written(checks: readonly Check[]): readonly StatementNode[] {
  return checks.map((check) =>
    isBranch(check) ? ifThen(check.test, written(check.then), written(check.else)) : check,
  );
}

function isBranch(check: Check): check is Branch {
  return 'test' in check;
}
