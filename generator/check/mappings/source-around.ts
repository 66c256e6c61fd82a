import { pathOf } from '../../expression/condition.ts';
import type { Expression } from '../../expression/expression.ts';
import { parsePath, pathText, type PathSegment } from '../../expression/path.ts';
import { expand } from '../../shape/type-of-shape.ts';
import { quietly } from '../quietly.ts';
import { readSource } from '../values/read-source.ts';
import type { MappingContext } from './mapping-context.ts';
import { rowsBelow, type TargetNode } from './target-tree.ts';

/** The object that all rows below a node read from. */
export interface SourceAround {
  readonly of: Expression;
  /** Its path, by which reads recognise it. */
  readonly key: string;
}

/** `category` for the rows `category.id ← category.id` and `category.name ← category.name`; undefined where they have no object in common. */
export function sourceAround(node: TargetNode, context: MappingContext): SourceAround | undefined {
  let common: readonly PathSegment[] | undefined;
  for (const { row } of rowsBelow(node)) {
    if (!('from' in row) || typeof row.from !== 'string') return undefined;
    const parsed = parsePath(row.from);
    if (parsed.problem !== undefined) return undefined;
    common = shared(common ?? parsed.segments, parsed.segments).slice(0, parsed.segments.length - 1);
  }
  const last = common?.findLastIndex((segment) => segment.kind === 'each') ?? -1;
  // Behind a list, one item of it is meant only within a loop over that list.
  const prefixes = new Set(context.prefixes.map(({ path }) => path));
  if (common === undefined || (last !== -1 && !prefixes.has(pathText(common.slice(0, last + 1))))) return undefined;
  // The source as a whole is always there, and so says nothing.
  if (common.length <= last + 1 || (context.scope.root === undefined && last === -1 && common.length < 2))
    return undefined;
  const of = quietly(context.integration, (integration) =>
    readSource(pathText(common), [], context.scope, context.prefixes, integration),
  );
  const key = of && pathOf(of);
  if (of === undefined || key === undefined) return undefined;
  return expand(of.type.shape, context.integration.environment.shapes).kind === 'object' ? { of, key } : undefined;
}

function shared(one: readonly PathSegment[], other: readonly PathSegment[]): readonly PathSegment[] {
  const end = one.findIndex((segment, index) => {
    const beside = other[index];
    return beside === undefined || pathText([segment]) !== pathText([beside]);
  });
  return end === -1 ? one : one.slice(0, end);
}
