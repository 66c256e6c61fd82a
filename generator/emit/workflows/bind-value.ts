import type { Binding } from '../../ir/step.ts';
import * as s from '../syntax/index.ts';
import type { Flow } from './flow.ts';
import { namesRead } from './step-parts.ts';

/** Gives a step's value its name: `const found = …;`, or an assignment where the name is declared before the branch. `type`: where it has to be said. */
export function bindValue(binding: Binding | undefined, value: s.ExpressionNode, flow: Flow, type?: s.TypeNode): void {
  const { scope } = flow;
  if (binding === undefined || !flow.read.has(binding.name)) {
    scope.add(s.perform(value));
    return;
  }
  if (!flow.declared.has(binding.name)) {
    scope.add(s.constant(scope.declare(binding.name), value, type));
    return;
  }
  const outer = s.identifier(scope.resolve(binding.name));
  if (!needsConstant(binding, flow)) {
    scope.add(s.assign(outer, value));
    return;
  }
  const inner = scope.declare(binding.name, `${outer.text}Result`);
  scope.add(s.constant(inner, value, type), s.assign(outer, s.identifier(inner)));
}

/**
 * Whether the rest of the branch has to read a constant: behind the branch the variable may hold something else, and
 * inside a step TypeScript does not know that here it does not.
 */
export function needsConstant({ name, type }: Binding, flow: Flow): boolean {
  return (type.optional || type.shape.kind === 'union') && namesRead(flow.behind).has(name);
}
