import type { JsonSchema } from '../shape/json-schema.ts';
import { shapeOfSchema } from '../shape/shape-of-schema.ts';
import { schemaFromShape } from '../shape/schema-from-shape.ts';
import type { ShapeTable } from '../shape/shape.ts';
import { typeOfShape } from '../shape/type-of-shape.ts';
import type { Type } from '../shape/type.ts';
import type { SpecPath } from '../diagnostics/place.ts';
import type { LogicPlan } from '../ir/logic.ts';
import type { Logic } from '../spec/types.ts';
import type { Environment } from '../expression/environment.ts';
import type { LogicSignature, RuleGap } from './integration-scope.ts';
import { criteriaTexts, gapProperties } from './logic-criteria.ts';
import type { BundleSource } from './models/bundle-schema.ts';
import { schemaOfFields, schemaOfShape } from './models/schema-of-shape.ts';
import type { Report } from './report.ts';

/** A gap with everything decided but its file and the names of its types. */
export type CheckedLogic = Omit<LogicPlan, 'symbol' | 'inputType' | 'outputType'>;

export function logicSignature(id: string, logic: Logic, source: BundleSource, shapes: ShapeTable): LogicSignature {
  const at: SpecPath = ['logic', id];
  const schemas = {
    input: schemaOfFields(logic.input, [...at, 'input'], source),
    output: schemaOfShape(logic.output, [...at, 'output'], source),
  };
  return { id, input: typeOfSchema(schemas.input, shapes), output: typeOfSchema(schemas.output, shapes), schemas };
}

function typeOfSchema(schema: JsonSchema, shapes: ShapeTable): Type {
  return typeOfShape(shapeOfSchema(schema, { model: '', resolve: () => undefined }), shapes);
}

export function checkLogic(
  logic: Logic,
  signature: LogicSignature,
  environment: Environment,
  report: Report,
): CheckedLogic {
  return {
    id: signature.id,
    place: report.place(['logic', signature.id], { on: 'key' }),
    ...(logic.description !== undefined && { doc: logic.description }),
    rule: logic.rule,
    input: signature.input,
    output: signature.output,
    schemas: signature.schemas,
    criteria: criteriaTexts(logic.criteria ?? []),
    properties: gapProperties(logic.criteria ?? [], signature, environment),
    examples: examplesOf(logic.examples ?? []),
  };
}

function examplesOf(examples: NonNullable<Logic['examples']>): CheckedLogic['examples'] {
  return examples.map((example) => ({
    in: example.in,
    out: example.out,
    hidden: example.hidden === true,
    ...(example.note !== undefined && { note: example.note }),
  }));
}

/** The gap that a `rule:` row asks for. */
export function ruleLogic(rule: RuleGap, environment: Environment, report: Report): CheckedLogic {
  return {
    id: rule.id,
    place: report.place([...rule.path, 'rule']),
    rule: rule.rule,
    input: rule.input,
    output: rule.output,
    schemas: { input: schemaFromShape(rule.input.shape), output: schemaFromShape(rule.output.shape) },
    criteria: criteriaTexts(rule.criteria),
    properties: gapProperties(rule.criteria, rule, environment),
    examples: examplesOf(rule.examples),
  };
}
