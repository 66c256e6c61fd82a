import type { ts } from '../../../emit/syntax/typescript.ts';
import type { Scope } from '../rules/scope.ts';
import type { Helpers } from './helpers.ts';
import type { Writer } from './writer.ts';

/** What the rewriting of a file works with. */
export interface Hardening extends Pick<Scope, 'file' | 'checker' | 'contract' | 'report'> {
  readonly writer: Writer;
  readonly helpers: Helpers;
  readonly gap: ts.FunctionDeclaration;
  /** The name by which the gap's function calls itself, if it does. */
  readonly inner: string | undefined;
  /** Writes a node, hardened. */
  readonly visit: (node: ts.Node) => void;
  /** Writes the children of a node, hardened, and what stands between them. */
  readonly children: (node: ts.Node) => void;
}

/** Writes `before`, a node, and `after`. */
export function wrap(to: Hardening, before: string, node: ts.Node, after: string): void {
  to.writer.write(before);
  to.visit(node);
  to.writer.write(after);
}
