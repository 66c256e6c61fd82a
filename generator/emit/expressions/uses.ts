import type { Expression } from '../../expression/expression.ts';
import { childrenOf } from './children.ts';
import { identityOf } from './identity.ts';
import { isWorthBinding } from './worth-binding.ts';

/** Counts how often the parts of some expressions are written, so that what repeats is bound once. */
export class Uses {
  readonly #counts = new Map<string, number>();
  readonly #inFunctions = new Set<string>();

  add(expression: Expression): void {
    this.#visit(expression, new Set());
  }

  isRepeated(expression: Expression): boolean {
    const { key } = identityOf(expression);
    const count = this.#counts.get(key) ?? 0;
    return count > 1 && (isWorthBinding(expression) || this.#inFunctions.has(key));
  }

  /** `items`: the names of the items of the functions around; what does not depend on them keeps its narrowing only in a variable. */
  #visit(expression: Expression, items: ReadonlySet<string>): void {
    const { key, free } = identityOf(expression);
    const count = (this.#counts.get(key) ?? 0) + 1;
    this.#counts.set(key, count);
    const isField = expression.kind === 'field' || expression.kind === 'index';
    if (items.size > 0 && isField && ![...free].some((name) => items.has(name))) this.#inFunctions.add(key);
    if (count > 1 && this.isRepeated(expression)) return;
    for (const { expression: child, item } of childrenOf(expression)) {
      this.#visit(child, item === undefined ? items : new Set([...items, item]));
    }
  }
}
