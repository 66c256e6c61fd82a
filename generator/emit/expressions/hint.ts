import type { Expression } from '../../expression/expression.ts';
import { toName } from '../syntax/index.ts';

/** A good name for the variable that holds an expression's value. */
export function hintOf(expression: Expression): string {
  switch (expression.kind) {
    case 'name':
      return toName(expression.name);
    case 'field':
      return toName(expression.field);
    case 'index':
      return singular(hintOf(expression.of));
    case 'each':
      return plural(hintOf(expression.value));
    case 'coalesce':
    case 'array': {
      const [first] = expression.kind === 'coalesce' ? expression.of : expression.items;
      return first === undefined ? 'list' : hintOf(first);
    }
    case 'conditional':
      return expression.then.kind === 'literal' ? 'choice' : hintOf(expression.then);
    case 'mapped':
      return expression.args.length === 1 && expression.args[0] !== undefined
        ? `mapped ${hintOf(expression.args[0])}`.replaceAll(/ (.)/g, (_, letter: string) => letter.toUpperCase())
        : toName(expression.mapping);
    case 'gap':
      return `${toName(expression.gap)}Result`;
    case 'apply':
      return ofOperation(expression);
    case 'template':
      return 'text';
    default:
      return 'value';
  }
}

function ofOperation({ op, of }: Extract<Expression, { kind: 'apply' }>): string {
  const subject = hintOf(of);
  switch (op.op) {
    case 'lookup':
      return singular(toName(op.table));
    case 'first':
    case 'last':
    case 'at':
    case 'find':
    case 'min':
    case 'max':
      return singular(subject);
    case 'count':
      return `${singular(subject)}Count`;
    case 'sum':
      return op.by === undefined ? `${singular(subject)}Sum` : `${hintOf(op.by)}Sum`;
    case 'some':
    case 'every':
    case 'includes':
    case 'startsWith':
    case 'endsWith':
      return 'matches';
    case 'split':
      return plural(subject);
    case 'queryParam':
      return toName(op.name);
    default:
      return subject;
  }
}

/** Names for a variable, the shortest first: `address`, `customerAddress`. */
export function hintsOf(expression: Expression): readonly [string, ...string[]] {
  const hint = hintOf(expression);
  const owner = expression.kind === 'field' ? hintOf(expression.of) : undefined;
  return owner === undefined ? [hint] : [hint, owner + hint.charAt(0).toUpperCase() + hint.slice(1)];
}

/** English enough for field names: `line_items` has a `lineItem`. */
export function singular(name: string): string {
  if (name.endsWith('ies') && name.length > 4) return `${name.slice(0, -3)}y`;
  if (/(sses|shes|ches|xes)$/.test(name)) return name.slice(0, -2);
  return /[^s]s$/.test(name) && name.length > 2 && !/(us|is)$/.test(name) ? name.slice(0, -1) : name;
}

export function plural(name: string): string {
  if (name.endsWith('s')) return name;
  return /[^aeiou]y$/.test(name) ? `${name.slice(0, -1)}ies` : `${name}s`;
}
