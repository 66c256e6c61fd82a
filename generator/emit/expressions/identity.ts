import type { Expression } from '../../expression/expression.ts';
import { childrenOf } from './children.ts';

/** What tells an expression from others, and the names that its meaning depends on. */
export interface Identity {
  readonly key: string;
  readonly free: ReadonlySet<string>;
}

const identities = new WeakMap<Expression, Identity>();

/** Two expressions with one key have one value wherever their free names mean the same. What is known of their types plays no part. */
export function identityOf(expression: Expression): Identity {
  const known = identities.get(expression);
  if (known !== undefined) return known;
  const identity = { key: keyOf(expression), free: freeNames(expression) };
  identities.set(expression, identity);
  return identity;
}

function keyOf(expression: Expression): string {
  const parts = childrenOf(expression).map((child) => identityOf(child.expression).key);
  return `${expression.kind}(${JSON.stringify(details(expression)) ?? ''};${parts.join(',')})`;
}

/** All of an expression but its parts and its type. */
function details(expression: Expression): unknown {
  switch (expression.kind) {
    case 'name':
      return expression.name;
    case 'field':
      return expression.field;
    case 'index':
      return expression.index;
    case 'literal':
      return [typeof expression.value, expression.value];
    case 'template':
      return expression.parts.map((part) => (typeof part === 'string' ? part : 0));
    case 'binary':
      return expression.op;
    case 'apply':
      return Object.entries(expression.op).map(([name, value]) =>
        typeof value === 'object' && ('type' in value || Array.isArray(value)) ? [name] : [name, value],
      );
    case 'each':
      return [expression.item, expression.flat, expression.when !== undefined];
    case 'mapped':
      return expression.mapping;
    case 'gap':
      return expression.gap;
    case 'array':
      return expression.spread;
    case 'object':
      return expression.fields.map((field) => [field.name, field.optional]);
    default:
      return 0;
  }
}

function freeNames(expression: Expression): ReadonlySet<string> {
  if (expression.kind === 'name') return new Set([expression.name]);
  const free = new Set<string>();
  for (const child of childrenOf(expression)) {
    for (const name of identityOf(child.expression).free) if (name !== child.item) free.add(name);
  }
  return free;
}
