import { interfaceDeclaration, Names, printNode, typeDeclaration, type Declaration } from '../../emit/syntax/index.ts';
import { descriptionOf, isSchemaObject, schemaMap, type JsonSchema } from '../../shape/json-schema.ts';
import { defName } from './type-names.ts';
import { fieldsOfSchema, typeOfSchema, type SchemaTypeOptions } from './type-of-schema.ts';

/** One of a gap's two types: its name, and the self-contained schema that says what it is. */
export interface NamedSchema {
  readonly name: string;
  readonly schema: JsonSchema;
}

/**
 * The TypeScript declarations of a gap's types and of all that they refer to, not yet formatted. The input is readonly however
 * deep, the output is not, so that what is made fits the models; a definition that both have is declared twice, the readonly
 * one as `ReadonlyOrder`.
 */
export function typeDeclarations(input: NamedSchema, output: NamedSchema, functionName: string): string {
  const inputs = definitionsOf(input.schema);
  const outputs = definitionsOf(output.schema);
  const names = new Names([functionName, input.name, output.name, ...inputs.keys(), ...outputs.keys()]);
  const own = new Map(
    [...inputs.keys()].map((name) => [name, outputs.has(name) ? defName(`Readonly ${name}`, names) : name]),
  );
  const reading: SchemaTypeOptions = { readonly: true, nameOf: (name) => own.get(name) ?? name };
  const making: SchemaTypeOptions = { readonly: false, nameOf: (name) => name };
  const declarations = [
    ...[...inputs].map(([name, schema]) => declare(reading.nameOf(name), schema, reading, false)),
    ...[...outputs].map(([name, schema]) => declare(name, schema, making, false)),
    declare(input.name, input.schema, reading, true),
    declare(output.name, output.schema, making, true),
  ];
  return declarations.map(printNode).join('\n\n');
}

function declare(name: string, schema: JsonSchema, options: SchemaTypeOptions, exported: boolean): Declaration {
  const fields = fieldsOfSchema(schema, options);
  const doc = descriptionOf(schema);
  return fields === undefined
    ? typeDeclaration({ name, doc, exported, type: typeOfSchema(schema, options) })
    : interfaceDeclaration({ name, doc, exported, fields });
}

function definitionsOf(schema: JsonSchema): ReadonlyMap<string, JsonSchema> {
  return new Map(isSchemaObject(schema) ? schemaMap(schema['$defs']) : []);
}
