import type { ModelPlan } from '../../ir/model.ts';
import type { SymbolRef } from '../../ir/symbol.ts';
import type { JsonSchema } from '../../shape/json-schema.ts';
import { MODEL_REF } from '../../shape/json-schema.ts';
import type { ShapeName } from '../../shape/shape.ts';
import { Names, toName } from '../syntax/index.ts';
import { definitionsOf } from './definitions.ts';
import { normaliseSchema } from './normalise-schema.ts';

/** A model, or a place within its schema that something refers to: what it is called in the output, and its normalised schema. */
export interface ModelSymbol {
  readonly type: SymbolRef;
  /** The function that checks a value: `checkOrder`. */
  readonly check: SymbolRef;
  readonly schema: JsonSchema;
}

/** Of all models of an integration; by `Order` or `Order#/$defs/LineItem`. */
export type ModelSymbols = ReadonlyMap<ShapeName, ModelSymbol>;

/** Names for the types and check functions of all models, no two alike in the whole output. */
export function modelSymbols(models: readonly ModelPlan[]): ModelSymbols {
  const names = new Names(models.map((model) => model.symbol.name));
  const symbols = new Map<ShapeName, ModelSymbol>();
  for (const model of models) symbols.set(model.id, modelSymbol(model.symbol, model.schema));
  for (const model of models) {
    for (const [pointer, schema] of definitionsOf(model.schema)) {
      const name = uniquePascal(`${model.symbol.name}${pascal(pointer.split('/').at(-1) ?? '')}`, names);
      symbols.set(`${model.id}${pointer}`, modelSymbol({ name, file: model.symbol.file }, schema));
    }
  }
  return symbols;
}

/** The key of a reference that stands in the schema of `model`. */
export function shapeNameOf(ref: string, model: string): ShapeName {
  return ref.startsWith(MODEL_REF) ? ref.slice(MODEL_REF.length) : ref === '#' ? model : `${model}${ref}`;
}

function modelSymbol(type: SymbolRef, schema: JsonSchema): ModelSymbol {
  return { type, check: { name: `check${type.name}`, file: type.file }, schema: normaliseSchema(schema) };
}

function uniquePascal(wish: string, names: Names): string {
  let name = wish;
  for (let count = 2; names.has(name); count += 1) name = `${wish}${count}`;
  names.take(name);
  return name;
}

/** Any text as the name of a type: `line_items` becomes `LineItems`. */
export function pascal(text: string): string {
  const name = toName(text);
  return name.charAt(0).toUpperCase() + name.slice(1);
}
