import type { SpecPath } from '../../diagnostics/place.ts';
import { checkCondition, checkExpression } from '../../expression/check-expression.ts';
import { narrowedWhere } from '../../expression/condition.ts';
import { coalesce } from '../../expression/coalesce.ts';
import type { Expression, LiteralValue } from '../../expression/expression.ts';
import { checkJsonata } from '../../expression/jsonata/compile.ts';
import type { Result } from '../../expression/problem.ts';
import type { Scope } from '../../expression/scope.ts';
import { checkTemplate } from '../../expression/template.ts';
import { literalType } from '../../expression/types.ts';
import type { Type } from '../../shape/type.ts';
import type { Value } from '../../spec/types.ts';
import type { Integration } from '../integration-scope.ts';
import { callLogic, callRule } from './call-logic.ts';
import { callMapping } from './call-mapping.ts';
import { applyPipe } from './operations.ts';
import { readSources, type Prefix } from './read-source.ts';

/** Where a value stands: what it may read, what it is for, and what its gap would be called. */
export interface ValueContext {
  readonly scope: Scope;
  readonly prefixes: readonly Prefix[];
  readonly integration: Integration;
  /** The type that is wanted; a `rule:` takes it as its output. */
  readonly wanted: Type | undefined;
  /** The name of the gap that a `rule:` becomes. */
  readonly gapName: string;
}

/**
 * A value of a row or a `set` step without its `when`: source, operations, default. It is only worked out where its
 * condition holds, so it knows what that has shown. Undefined where something is wrong (reported).
 */
export function checkValue(value: Value, at: SpecPath, around: ValueContext): Expression | undefined {
  const context = { ...around, scope: whereItHolds(value, around) };
  const source = checkSource(value, at, context);
  const piped =
    source && value.pipe !== undefined
      ? applyPipe(source, value.pipe, [...at, 'pipe'], context.scope, context.integration)
      : source;
  return piped === undefined || value.default === undefined ? piped : coalesce([piped, literal(value.default)]);
}

/** The condition of a value; undefined where it has none, or where something is wrong with it (reported). */
export function checkWhen(value: Value, at: SpecPath, { scope, integration }: ValueContext): Expression | undefined {
  if (value.when === undefined) return undefined;
  const condition = reported(
    checkCondition(value.when, { scope, environment: integration.environment }),
    [...at, 'when'],
    integration,
  );
  return condition !== undefined && integration.report.varies(condition, value.when, [...at, 'when'])
    ? condition
    : undefined;
}

/** What is wrong with the condition is told where it is checked for itself. */
function whereItHolds({ when }: Value, { scope, integration: { environment } }: ValueContext): Scope {
  const condition = when === undefined ? undefined : checkCondition(when, { scope, environment }).ok;
  return condition === undefined ? scope : narrowedWhere(condition, true, scope, environment.shapes);
}

function checkSource(value: Value, at: SpecPath, context: ValueContext): Expression | undefined {
  const { scope, prefixes, integration } = context;
  const expressionContext = { scope, environment: integration.environment };
  if ('from' in value) {
    const source = readSources(value.from, [...at, 'from'], scope, prefixes, integration);
    return source !== undefined && value.map !== undefined
      ? callMapping(value.map, source, [...at, 'map'], integration)
      : source;
  }
  if ('const' in value) return literal(value.const);
  if ('template' in value)
    return reported(
      checkTemplate(value.template, expressionContext, { keepType: false }),
      [...at, 'template'],
      integration,
    );
  if ('expr' in value) return reported(checkExpression(value.expr, expressionContext), [...at, 'expr'], integration);
  if ('jsonata' in value)
    return reported(checkJsonata(value.jsonata, expressionContext), [...at, 'jsonata'], integration);
  if ('logic' in value) return callLogic(value.logic, value.with ?? {}, at, context);
  return callRule(value, at, context);
}

function reported(result: Result<Expression>, at: SpecPath, integration: Integration): Expression | undefined {
  if (result.ok === undefined) integration.report.problems(result.problems, at);
  return result.ok;
}

/** Plain data as an expression; the schema has seen to it that it is plain. */
export function literal(value: unknown): Expression {
  return { kind: 'literal', value: plainData(value), type: literalType(value) };
}

function plainData(value: unknown): LiteralValue {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value;
  if (Array.isArray(value)) return value.map(plainData);
  if (typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, plainData(field)]));
  return undefined;
}
