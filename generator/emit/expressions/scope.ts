import type { Expression } from '../../expression/expression.ts';
import {
  constant,
  identifier,
  Names,
  type ExpressionNode,
  type IdentifierNode,
  type StatementNode,
  type TypeNode,
} from '../syntax/index.ts';
import type { EmitContext } from './context.ts';
import { identityOf } from './identity.ts';
import { Uses } from './uses.ts';

/** A piece of code within a function: its statements so far, the names in it, and what has been bound to a variable. */
export class Scope {
  readonly context: EmitContext;
  readonly statements: StatementNode[] = [];
  readonly #parent: Scope | undefined;
  readonly #names = new Names();
  readonly #read = new Set<string>();
  /** Names in the blocks within this one: code that is already written around this scope's next variable. */
  readonly #within = new Set<string>();
  readonly #renamed = new Map<string, string>();
  readonly #bound = new Map<string, IdentifierNode>();
  readonly #uses: Uses;
  /** Shared by all scopes of a function. */
  readonly #claimed: Set<string>;
  /** Part of an expression: nothing is bound here without need, as that would make it statements. */
  readonly #isInline: boolean;

  private constructor(context: EmitContext, parent: Scope | undefined, uses: Uses, isInline: boolean) {
    this.context = context;
    this.#parent = parent;
    this.#uses = uses;
    this.#claimed = parent === undefined ? new Set() : parent.#claimed;
    this.#isInline = isInline;
  }

  /** The scope of a whole function; `names` are the parameters, which keep their names. `reads` tells which of them it needs. */
  static of(context: EmitContext, names: Iterable<string> = []): Scope {
    const scope = new Scope(context, undefined, new Uses(), false);
    for (const name of names) {
      scope.#take(name);
      scope.#renamed.set(name, name);
    }
    return scope;
  }

  /** Says what will be emitted here, so that what repeats is bound to a variable at its first use. */
  expect(...expressions: readonly Expression[]): void {
    for (const expression of expressions) this.#uses.add(expression);
  }

  /** A block within this one. */
  block(): Scope {
    return new Scope(this.context, this, this.#uses, false);
  }

  /** A part of an expression that is not always evaluated: it stays inline if it needs no statements. */
  inline(): Scope {
    return new Scope(this.context, this, this.#uses, true);
  }

  add(...statements: readonly StatementNode[]): void {
    this.statements.push(...statements);
  }

  /** A free name near the wish. */
  unique(wish: string): string {
    const names = new Names([...this.#taken(), ...this.#within]);
    const name = names.unique(wish);
    this.#take(name);
    return name;
  }

  /** A variable of the plan becomes a name of the code: its own, or one near it where that is taken. */
  declare(name: string, wish = name): string {
    const chosen = this.unique(wish);
    this.#renamed.set(name, chosen);
    return chosen;
  }

  /** The name in the code of a variable of the plan. */
  resolve(name: string): string {
    const chosen = this.#renamed.get(name);
    if (chosen === undefined) return this.#parent?.resolve(name) ?? name;
    this.#read.add(chosen);
    return chosen;
  }

  /** Whether anything so far reads a variable that was declared here. */
  reads(chosen: string): boolean {
    return this.#read.has(chosen);
  }

  /** Keeps names for variables to come: what `bind` makes up stays clear of them. */
  claim(names: Iterable<string>): void {
    for (const name of names) this.#claimed.add(name);
  }

  /** `const wish = value;` before whatever is being emitted; of several wishes the first that is free. */
  bind(wish: string | readonly [string, ...string[]], value: ExpressionNode, type?: TypeNode): IdentifierNode {
    const wishes: readonly [string, ...string[]] = typeof wish === 'string' ? [wish] : wish;
    const taken = new Names([...this.#taken(), ...this.#within, ...this.#claimed]);
    const name = taken.unique(wishes.find((one) => !taken.has(one)) ?? wishes[0]);
    this.#take(name);
    this.add(constant(name, value, type));
    return identifier(name);
  }

  /** The variable that holds the expression's value, if there is one. */
  known(expression: Expression): IdentifierNode | undefined {
    const { key, free } = identityOf(expression);
    const found = this.#bound.get(key);
    if (found !== undefined) return found;
    for (const name of free) if (this.#renamed.has(name)) return undefined;
    return this.#parent?.known(expression);
  }

  remember(expression: Expression, variable: IdentifierNode): void {
    this.#bound.set(identityOf(expression).key, variable);
  }

  isRepeated(expression: Expression): boolean {
    return !this.#isInline && this.#uses.isRepeated(expression);
  }

  #take(name: string): void {
    this.#names.take(name);
    this.context.imports.reserve(name);
    for (let scope = this.#parent; scope !== undefined; scope = scope.#parent) scope.#within.add(name);
  }

  *#taken(): Iterable<string> {
    yield* this.#names.all();
    if (this.#parent !== undefined) yield* this.#parent.#taken();
    else yield* this.context.imports.names();
  }
}
