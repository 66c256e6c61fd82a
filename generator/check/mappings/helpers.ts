import type { Expression } from '../../expression/expression.ts';
import { variable } from '../../expression/scope.ts';
import type { Build, BuildHelper } from '../../ir/mapping.ts';
import type { Shape, ShapeName, ShapeTable } from '../../shape/shape.ts';
import type { Type } from '../../shape/type.ts';
import { claimName, localName } from '../names.ts';
import type { MappingContext } from './mapping-context.ts';
import type { Selection } from './selection.ts';

/** The functions of one mapping for parts that hold parts like themselves: by what they copy; `undefined` while one is being made. */
export type Helpers = Map<string, { readonly name: string; helper?: BuildHelper | 'failed' }>;

/**
 * The name of the function that copies this object, where its model refers to itself: it could not be written out to its
 * end. Undefined for any other object; `failed` where the copy does not fit (reported).
 */
export function helperFor(
  wanted: string,
  of: Expression,
  target: Type,
  selection: Selection,
  make: (source: Expression, context: MappingContext) => Build | undefined,
  context: MappingContext,
): { readonly name: string } | 'failed' | undefined {
  const { shapes } = context.integration.environment;
  const [from, to] = [of.type.shape, target.shape];
  if (from.kind !== 'ref' || to.kind !== 'ref' || !refersToItself(from.to, shapes) || !refersToItself(to.to, shapes))
    return undefined;
  const key = JSON.stringify([from.to, to.to, selectionKey(selection)]);
  const known = context.helpers.get(key);
  if (known !== undefined) return known.helper === 'failed' ? 'failed' : known;
  const name = claimName(wanted, context.taken);
  const entry: { readonly name: string; helper?: BuildHelper | 'failed' } = { name };
  context.helpers.set(key, entry);
  const param = { name: localName('source', new Set()), type: of.type };
  const build = make(variable(param.name, param.type), { ...context, taken: new Set([...context.taken, param.name]) });
  entry.helper = build === undefined ? 'failed' : { name, param, returns: target, build };
  return build === undefined ? 'failed' : entry;
}

function selectionKey({ only, except, dropNull, dropEmpty }: Selection): unknown {
  const names = (tree: typeof only): unknown =>
    tree === undefined ? 0 : [...tree.below].map(([name, below]) => [name, names(below)]);
  return [names(only), names(except), dropNull, dropEmpty];
}

/** Whether a value of the shape may hold another of it. */
function refersToItself(name: ShapeName, shapes: ShapeTable): boolean {
  const seen = new Set<ShapeName>();
  const visit = (shape: Shape | undefined): boolean => {
    switch (shape?.kind) {
      case 'ref':
        if (shape.to === name) return true;
        if (seen.has(shape.to)) return false;
        seen.add(shape.to);
        return visit(shapes.get(shape.to));
      case 'array':
        return visit(shape.item) || (shape.prefix ?? []).some(visit);
      case 'union':
        return shape.of.some(visit);
      case 'object':
        return [...shape.fields.values()].some((field) => visit(field.shape)) || visit(shape.rest);
      default:
        return false;
    }
  };
  return visit(shapes.get(name));
}
