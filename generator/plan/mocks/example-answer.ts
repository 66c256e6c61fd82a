import { exampleOf } from '@flowright/runtime/mock';
import type { CheckedIntegration } from '../../check/checked-integration.ts';
import type { CheckedOperation } from '../../check/endpoints/checked-operation.ts';
import { isJsonSchema, isSchemaObject, MODEL_REF, type JsonSchema } from '../../shape/json-schema.ts';
import { atPointer } from '../../shape/json-pointer.ts';
import { referencedFile } from '../../load/references/referenced-file.ts';
import { withoutFailures } from './without-failures.ts';

/**
 * An example of an endpoint's answer: the one that the spec gives, or one made from the model, which is no failure then;
 * undefined without either.
 */
export function exampleAnswer(operation: CheckedOperation, checked: CheckedIntegration): unknown {
  const { example } = operation.endpoint;
  if (typeof example === 'string') return referencedFile(checked.loaded, example)?.data;
  if (example !== undefined) return example;
  if (operation.responseModel === undefined) return undefined;
  return withoutFailures(exampleOfModel(operation.responseModel, checked), operation, checked.shapes);
}

/** An example value of a model; `variant` makes others. */
export function exampleOfModel(name: string, checked: CheckedIntegration, variant = 0): unknown {
  const schema = standalone(name, checked);
  return exampleOf(schema, {
    variant,
    resolve: (ref) => (ref.startsWith('#') ? atPointer(schema, ref.slice(1)) : undefined),
  });
}

/** The schema with every other model that it refers to among its own definitions. */
function standalone(name: string, checked: CheckedIntegration): JsonSchema {
  const defs: Record<string, JsonSchema> = {};
  const root = checked.models.find((model) => model.name === name)?.schema ?? true;
  const localise = (node: unknown, prefix: string): unknown => {
    if (Array.isArray(node)) return node.map((item) => localise(item, prefix));
    if (!isSchemaObject(node)) return node;
    return Object.fromEntries(
      Object.entries(node)
        .filter(([key]) => key !== '$defs')
        .map(([key, value]) => [
          key,
          key === '$ref' && typeof value === 'string' ? reference(value, prefix) : localise(value, prefix),
        ]),
    );
  };
  const reference = (ref: string, prefix: string): string => {
    if (!ref.startsWith(MODEL_REF)) return ref.replace('#/$defs/', `#/$defs/${prefix}`);
    const model = ref.slice(MODEL_REF.length);
    include(model);
    return `#/$defs/${model}`;
  };
  const include = (model: string): void => {
    if (Object.hasOwn(defs, model)) return;
    defs[model] = true;
    const schema = checked.models.find((one) => one.name === model)?.schema ?? true;
    const localised = localise(schema, `${model}-`);
    defs[model] = isJsonSchema(localised) ? localised : true;
    if (isSchemaObject(schema)) includeDefs(schema, `${model}-`);
  };
  const includeDefs = (schema: JsonSchema, prefix: string): void => {
    const own = isSchemaObject(schema) && isSchemaObject(schema['$defs']) ? schema['$defs'] : {};
    for (const [def, value] of Object.entries(own)) {
      const localised = localise(value, prefix);
      defs[`${prefix}${def}`] = isJsonSchema(localised) ? localised : true;
    }
  };
  const localised = localise(root, '');
  includeDefs(root, '');
  return isSchemaObject(localised) ? { ...localised, $defs: defs } : true;
}
