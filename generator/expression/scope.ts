import type { Expression } from './expression.ts';
import type { Type } from '../shape/type.ts';

/** The names that an expression may use. Frozen: a new name makes a new scope. */
export interface Scope {
  /** Name in the spec → what it stands for. */
  readonly names: ReadonlyMap<string, Bound>;
  /** Paths that a guard has shown to be present, by their text: read through the variable that holds them. */
  readonly narrowed: ReadonlyMap<string, Expression>;
  /** Source of paths that start with a field: a mapping's single source, or the item of a filter. */
  readonly root?: Expression;
}

export interface Bound {
  readonly expression: Expression;
  /** What it is, for messages; an earlier step where absent. */
  readonly what?: string;
  /** Called when the name is read. */
  readonly onRead?: () => void;
  /** What it stands for could not be checked, and that has been reported: what reads it is not checked, either. */
  readonly failed?: boolean;
}

export const EMPTY_SCOPE: Scope = { names: new Map(), narrowed: new Map() };

/** The variable of this name and type. */
export function variable(name: string, type: Type): Expression {
  return { kind: 'name', name, type };
}

export function withName(scope: Scope, name: string, bound: Bound): Scope {
  return { ...scope, names: new Map([...scope.names, [name, bound]]) };
}

export function withNarrowed(scope: Scope, path: string, expression: Expression): Scope {
  return { ...scope, narrowed: new Map([...scope.narrowed, [path, expression]]) };
}

/** What was shown of a name that holds something else now is no longer known. */
export function withoutNarrowed(scope: Scope, name: string): Scope {
  const isOfIt = (path: string): boolean => path === name || path.startsWith(`${name}.`) || path.startsWith(`${name}[`);
  return { ...scope, narrowed: new Map([...scope.narrowed].filter(([path]) => !isOfIt(path))) };
}
