import type { SpecPath } from '../../diagnostics/place.ts';
import type { Endpoint, IntegrationSpec, Shape as SpecShape, Workflow } from '../../spec/types.ts';
import type { ShapeTable } from '../../shape/shape.ts';
import { shapeOfSchema } from '../../shape/shape-of-schema.ts';
import { typeOfShape } from '../../shape/type-of-shape.ts';
import type { Type } from '../../shape/type.ts';
import { pascalCase } from '../names.ts';
import type { BundleSource } from './bundle-schema.ts';
import type { ModelDefinition } from './definition.ts';
import { checkModels, shapesOf } from './models.ts';
import { bodyShapes } from './body-shapes.ts';
import { schemaOfFields, schemaOfShape } from './schema-of-shape.ts';

/** All models of an integration: those that the spec names, and those that its endpoints and triggers describe in place. */
export interface ModelRegistry {
  readonly definitions: readonly ModelDefinition[];
  readonly shapes: ShapeTable;
  /** The model of a shape that stands at this place of the spec. */
  readonly nameAt: (at: SpecPath) => string | undefined;
}

/** Names every shape that crosses the border of the integration, so that it has a type and a parser. */
export function registerModels(spec: IntegrationSpec, source: BundleSource): ModelRegistry {
  const named = checkModels(spec.models ?? {}, source);
  const taken = new Set(named.map((model) => model.name));
  const inline: ModelDefinition[] = [];
  const names = new Map<string, string>();
  for (const { shape, at, wanted } of borderShapes(spec)) {
    if (typeof shape === 'string' && source.models.has(shape.trim())) {
      names.set(key(at), shape.trim());
      continue;
    }
    const name = unique(wanted, taken);
    taken.add(name);
    names.set(key(at), name);
    inline.push({ name, schema: schemaOfShape(shape, at, source), place: source.report.place(at) });
  }
  if (spec.metadata !== undefined) {
    const at: SpecPath = ['metadata'];
    const name = unique('Metadata', taken);
    names.set(key(at), name);
    inline.push({ name, schema: schemaOfFields(spec.metadata, at, source), place: source.report.place(at) });
  }
  const definitions = [...named, ...inline];
  return { definitions, shapes: shapesOf(definitions), nameAt: (at) => names.get(key(at)) };
}

/** The type of a shape that needs no model of its own: a parameter, an input of a gap. */
export function typeOfSpecShape(
  shape: SpecShape,
  at: SpecPath,
  source: BundleSource,
  shapes: ShapeTable,
  optional = false,
): Type {
  return typeOfShape(
    shapeOfSchema(schemaOfShape(shape, at, source), { model: '', resolve: () => undefined }),
    shapes,
    optional,
  );
}

/** The type of a model by its name. */
export function modelType(name: string, shapes: ShapeTable): Type {
  return typeOfShape({ kind: 'ref', to: name }, shapes, false, { kind: 'model', name });
}

function key(at: SpecPath): string {
  return JSON.stringify(at);
}

function* borderShapes(
  spec: IntegrationSpec,
): Generator<{ readonly shape: SpecShape; readonly at: SpecPath; readonly wanted: string }> {
  for (const [id, endpoint] of Object.entries<Endpoint>(spec.endpoints ?? {})) {
    const { request, response } = bodyShapes(endpoint);
    if (request !== undefined)
      yield { shape: request, at: ['endpoints', id, 'request'], wanted: `${pascalCase(id)}Request` };
    if (response !== undefined)
      yield { shape: response, at: ['endpoints', id, 'response'], wanted: `${pascalCase(id)}Response` };
  }
  for (const [id, { trigger }] of Object.entries<Workflow>(spec.workflows)) {
    if ('webhook' in trigger)
      yield {
        shape: trigger.webhook.payload,
        at: ['workflows', id, 'trigger', 'webhook', 'payload'],
        wanted: `${pascalCase(id)}Payload`,
      };
    if ('manual' in trigger && trigger.manual.input !== undefined)
      yield {
        shape: trigger.manual.input,
        at: ['workflows', id, 'trigger', 'manual', 'input'],
        wanted: `${pascalCase(id)}Input`,
      };
    if ('manual' in trigger && trigger.manual.output !== undefined)
      yield {
        shape: trigger.manual.output,
        at: ['workflows', id, 'trigger', 'manual', 'output'],
        wanted: `${pascalCase(id)}Output`,
      };
  }
}

function unique(name: string, taken: ReadonlySet<string>): string {
  let result = name;
  for (let count = 2; taken.has(result); count += 1) result = `${name}${String(count)}`;
  return result;
}
