import type { JsonSchema } from '../../../shape/json-schema.ts';
import {
  array,
  arrayType,
  binary,
  call,
  constant,
  globalName,
  identifier,
  method,
  not,
  numberLiteral,
  perform,
  referenceType,
  spread,
} from '../../syntax/index.ts';
import type { ExpressionNode, StatementNode } from '../../syntax/index.ts';
import { functionTest, simpleTest } from './conditions.ts';
import { discriminatorOf, discriminatedChecks } from './discriminator.ts';
import { chain, schemaChecks } from './schema-checks.ts';
import { follow, localName, reports, type FunctionScope, type Spot } from './scope.ts';
import { acceptedTypes, intersection, type Types } from './schema-types.ts';
import { branch, type Check } from './statement.ts';
import { mustBe } from './type-test.ts';

export interface Alternative {
  readonly schema: JsonSchema;
  readonly types: Types;
  /** For names: `Order option 2`. */
  readonly name: string;
}

/**
 * `anyOf` and `oneOf`. Where the value's type, or a property with a constant, says which alternative is meant, only that
 * one is checked, so that what is wrong is told in its words; otherwise all are tried.
 */
export function alternativeChecks(
  scope: FunctionScope,
  spot: Spot,
  schemas: readonly JsonSchema[],
  known: Types,
  keyword: 'anyOf' | 'oneOf',
): readonly Check[] {
  const alternatives = schemas
    .map((schema, index) => ({
      schema,
      types: intersection(acceptedTypes(schema, follow(scope)), known),
      name: `${spot.name} option ${index + 1}`,
    }))
    .filter(({ types }) => types.size > 0);
  const groups = groupsByType(alternatives);
  const accepted: Types = new Set(alternatives.flatMap(({ types }) => [...types]));
  const wrong = accepted.size < known.size ? reports(scope, spot, mustBe(accepted)) : undefined;
  if (groups.length === 0) return wrong === undefined ? [] : [wrong];
  if (groups.length === 1) return groups.flatMap((group) => groupChecks(scope, spot, group, known, keyword));
  const branches = groups
    .map((group) => ({ types: typesOf(group), checks: groupChecks(scope, spot, group, typesOf(group), keyword) }))
    .filter(({ checks }) => checks.length > 0);
  return chain(scope, spot.value(), branches, accepted, wrong);
}

/** Alternatives that share a type are in one group. */
function groupsByType(alternatives: readonly Alternative[]): readonly (readonly Alternative[])[] {
  let groups: (readonly Alternative[])[] = [];
  for (const one of alternatives) {
    const touching = groups.filter((group) => intersection(typesOf(group), one.types).size > 0);
    groups = [...groups.filter((group) => !touching.includes(group)), [...touching.flat(), one]];
  }
  return groups;
}

function typesOf(group: readonly Alternative[]): Types {
  return new Set(group.flatMap(({ types }) => [...types]));
}

function groupChecks(
  scope: FunctionScope,
  spot: Spot,
  group: readonly Alternative[],
  known: Types,
  keyword: 'anyOf' | 'oneOf',
): readonly Check[] {
  const [only] = group;
  if (only === undefined) return [];
  if (group.length === 1)
    return schemaChecks(scope, { ...spot, name: known.size === 1 ? spot.name : only.name }, only.schema, known);
  const discriminator = discriminatorOf(scope, group);
  if (discriminator !== undefined && known.size === 1) return discriminatedChecks(scope, spot, group, discriminator);
  return keyword === 'anyOf' ? anyOfChecks(scope, spot, group, known) : oneOfChecks(scope, spot, group, known);
}

interface Attempt {
  readonly test: ExpressionNode;
  /** The list that takes what does not fit, where the test has one. */
  readonly reasons: readonly { readonly name: string; readonly declared: StatementNode }[];
}

function attempts(scope: FunctionScope, spot: Spot, group: readonly Alternative[], known: Types): readonly Attempt[] {
  return group.map(({ schema, name: wish }) => {
    const simple = simpleTest(scope, spot, schema, known);
    if (simple !== undefined) return { test: simple, reasons: [] };
    const name = localName(scope, 'reasons');
    const declared = constant(
      name,
      array([]),
      arrayType(referenceType(scope.file.imports.useTypeFrom('@flowright/runtime', 'Issue'))),
    );
    return {
      test: functionTest(scope, { ...spot, name: wish }, schema, identifier(name)),
      reasons: [{ name, declared }],
    };
  });
}

function anyOfChecks(scope: FunctionScope, spot: Spot, group: readonly Alternative[], known: Types): readonly Check[] {
  const tried = attempts(scope, spot, group, known);
  const none = tried.map(({ test }) => not(test)).reduce((all, test) => binary(all, '&&', test));
  return [...declarations(tried), branch(none, noneFits(scope, spot, tried))];
}

function oneOfChecks(scope: FunctionScope, spot: Spot, group: readonly Alternative[], known: Types): readonly Check[] {
  const tried = attempts(scope, spot, group, known);
  const fitting = localName(scope, 'fitting');
  const count = tried
    .map(({ test }) => call(globalName('Number'), [test]))
    .reduce((sum: ExpressionNode, test) => binary(sum, '+', test));
  const many = branch(binary(identifier(fitting), '>', numberLiteral(1)), [
    reports(scope, spot, `must fit only one of ${tried.length} alternatives`),
  ]);
  const declared = constant(fitting, count);
  return [
    ...declarations(tried),
    declared,
    branch(binary(identifier(fitting), '===', numberLiteral(0)), noneFits(scope, spot, tried), [many]),
  ];
}

function declarations(tried: readonly Attempt[]): readonly StatementNode[] {
  return tried.flatMap(({ reasons }) => reasons.map(({ declared }) => declared));
}

/** Says so, and why each does not fit. */
function noneFits(scope: FunctionScope, spot: Spot, tried: readonly Attempt[]): readonly Check[] {
  const reasons = tried.flatMap((attempt) => attempt.reasons.map(({ name }) => spread(identifier(name))));
  const failure = reports(scope, spot, `must fit one of ${tried.length} alternatives`);
  return reasons.length === 0 ? [failure] : [failure, perform(method(spot.issues, 'push', reasons))];
}
