import type { Model } from '../spec/types.ts';
import { cleanSchema } from './clean-schema.ts';
import type { Conversion } from './conversion.ts';
import { referenceOf, type Node, type OpenApiDocument } from './document.ts';
import type { ModelNames } from './models.ts';
import { shapeOf } from './shape-of.ts';

/** Collects the models that conversions refer to, and converts them with all that they refer to. */
export interface ModelCollection {
  readonly context: Conversion;
  /** Has the model of this name, if the document has a schema for it. */
  readonly want: (name: string) => void;
  /** All that were wanted so far and what they need, by name. `own`: names that the spec has models for itself. */
  readonly models: (own: ReadonlySet<string>) => ReadonlyMap<string, Model>;
}

export function collectModels(document: OpenApiDocument, names: ModelNames): ModelCollection {
  const wanted: string[] = [];
  const context: Conversion = {
    document,
    inside: new Set(),
    model: (reference) => {
      const name = names.nameOf(targetOf(document, reference));
      wanted.push(name);
      return name;
    },
  };
  return {
    context,
    want: (name) => wanted.push(name),
    models(own) {
      const models = new Map<string, Model>();
      for (let name = wanted.pop(); name !== undefined; name = wanted.pop()) {
        const node = names.named(name);
        if (node !== undefined && !models.has(name) && !own.has(name)) models.set(name, modelOf(node, context));
      }
      const order = new Map(names.names().map((name, index) => [name, index]));
      return new Map([...models].toSorted(([left], [right]) => (order.get(left) ?? 0) - (order.get(right) ?? 0)));
    },
  };
}

/** Where one reference leads, not where it ends: a schema that is another name for a second one stays a model of its own. */
function targetOf(document: OpenApiDocument, reference: Node): Node {
  const next = document.step(reference);
  return next ?? document.follow(reference);
}

/** A schema that others refer to, as a model: by its fields where they say all of it. */
function modelOf(node: Node, context: Conversion): Model {
  if (referenceOf(node.value) === undefined) {
    const shape = shapeOf(node, context);
    if (typeof shape === 'object' && 'fields' in shape && !('nullable' in shape)) return { fields: shape.fields };
  }
  return cleanSchema(node, context);
}
