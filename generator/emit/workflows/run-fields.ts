import type { Expression } from '../../expression/expression.ts';
import { rewrite } from './rewrite.ts';

/** What expressions know as `run.<field>`, by the context's word for it. */
const OF_CONTEXT: ReadonlyMap<string, string> = new Map([
  ['id', 'runId'],
  ['tenant', 'tenant'],
  ['startedAt', 'startedAt'],
]);

/** The expression with `run.id` and its like read from the step context. */
export function withRunFields(expression: Expression, ctx: string): Expression {
  return rewrite(expression, (part) => {
    if (part.kind !== 'field' || part.of.kind !== 'name' || part.of.name !== 'run') return undefined;
    const name = OF_CONTEXT.get(part.field);
    return name === undefined ? undefined : { ...part, of: { ...part.of, name: ctx }, field: name };
  });
}
