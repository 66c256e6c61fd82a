import { present } from '../../shape/type-of-shape.ts';
import type { ShapeName } from '../../shape/shape.ts';
import type { Type, TypeRef } from '../../shape/type.ts';
import {
  indexedType,
  itemType,
  keywordType,
  literalType,
  nonNullable,
  referenceType,
  unionType,
  type TypeNode,
} from '../syntax/index.ts';
import type { EmitContext } from './context.ts';
import { declaredAt, isMaybe } from './declared-shape.ts';
import { shapeType } from './shape-type.ts';
import { wayTo } from './way-to.ts';

export interface TypeOptions {
  /** The type of an input: its lists and fields are not written to. */
  readonly readonly?: boolean;
}

/** A type as a person would write it: by its way from a model where it has one, else written out. */
export function typeNode(type: Type, context: EmitContext, options: TypeOptions = {}): TypeNode {
  const raw = type.ref === undefined || isPlainScalar(type) ? undefined : refNode(type.ref, context);
  const declared = raw === undefined || type.ref === undefined ? undefined : declaredAt(type.ref, context.plan.shapes);
  if (
    raw !== undefined &&
    declared !== undefined &&
    declared.optional === type.optional &&
    declared.nullable === type.nullable
  )
    return raw;
  const bare =
    raw === undefined
      ? writtenOut(type, context, options)
      : declared === undefined || isMaybe(declared)
        ? nonNullable(raw)
        : raw;
  if (type.shape.kind === 'any' || !isMaybe(type)) return bare;
  const alternatives = type.shape.kind === 'never' || type.shape.kind === 'null' ? [] : [bare];
  if (type.nullable) alternatives.push(literalType(null));
  if (type.optional) alternatives.push(keywordType('undefined'));
  return unionType(alternatives);
}

/** `string` says more than the way to it. */
function isPlainScalar({ shape }: Type): boolean {
  return (shape.kind === 'string' || shape.kind === 'number' || shape.kind === 'boolean') && shape.values === undefined;
}

/** The same type, certainly there. */
export function presentTypeNode(type: Type, context: EmitContext, options: TypeOptions = {}): TypeNode {
  return typeNode(present(type), context, options);
}

function writtenOut(type: Type, context: EmitContext, { readonly = false }: TypeOptions): TypeNode {
  const open = new Set<ShapeName>();
  const reference = (to: ShapeName): TypeNode => {
    const named = modelNode(to, context);
    if (named !== undefined) return named;
    const shape = context.plan.shapes.get(to);
    // A shape that leads back to itself and has no name cannot be written out to its end.
    if (shape === undefined || open.has(to)) return keywordType('unknown');
    open.add(to);
    const node = shapeType(shape, { reference, readonly });
    open.delete(to);
    return node;
  };
  return shapeType(type.shape, { reference, readonly });
}

/** `NonNullable<Order['customer']>['email']`; undefined where the way has no start in the output. */
function refNode(ref: TypeRef, context: EmitContext): TypeNode | undefined {
  if (ref.kind === 'model') return modelNode(ref.name, context);
  const owner = refNode(ref.of, context);
  if (owner === undefined) return undefined;
  const declared = declaredAt(ref.of, context.plan.shapes);
  // A value that was shown to be there still has a type that says it may not be.
  const certain = (declared === undefined ? ref.maybe : isMaybe(declared)) ? nonNullable(owner) : owner;
  return ref.kind === 'item' ? itemType(certain) : indexedType(certain, ref.field);
}

/** A model by its name; a place within a model's schema by the way that leads there. */
function modelNode(name: ShapeName, context: EmitContext): TypeNode | undefined {
  const [id = name] = name.split('#');
  const model = context.plan.models.find((one) => one.id === id);
  if (model === undefined) return undefined;
  const type = referenceType(context.imports.useType(model.symbol));
  if (id === name) return type;
  const way = wayTo(id, name, context.plan.shapes);
  if (way === undefined) return undefined;
  const node = way.steps.reduce<TypeNode>((owner, step) => {
    const certain = step.maybe ? nonNullable(owner) : owner;
    return step.field === undefined ? itemType(certain) : indexedType(certain, step.field);
  }, type);
  return way.maybe ? nonNullable(node) : node;
}
