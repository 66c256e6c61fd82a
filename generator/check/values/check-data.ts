import { nearest } from '../../diagnostics/nearest.ts';
import type { SpecPath } from '../../diagnostics/place.ts';
import { objectExpression } from '../../expression/check-expression.ts';
import { coalesce } from '../../expression/coalesce.ts';
import type { Expression, ObjectField } from '../../expression/expression.ts';
import { asOpen } from '../../expression/as-open.ts';
import { FORBIDDEN_NAMES } from '../../expression/path.ts';
import type { Scope } from '../../expression/scope.ts';
import { checkTemplate } from '../../expression/template.ts';
import { listOf } from '../../expression/types.ts';
import { unionTypes } from '../../expression/union-types.ts';
import { assignable } from '../../shape/assignable.ts';
import { describeOwner, describeShape, describeType } from '../../shape/describe.ts';
import { isSchemaObject } from '../../shape/json-schema.ts';
import { fieldOf, itemOf } from '../../shape/member.ts';
import { expand, present } from '../../shape/type-of-shape.ts';
import type { Type } from '../../shape/type.ts';
import type { Integration } from '../integration-scope.ts';
import { placeOf } from './call-mapping.ts';
import { literal } from './check-value.ts';
import { mayLack } from './may-lack.ts';

/** What data is for: what may be read, and what is wanted where that is known. `target` says it in messages. */
export interface DataContext {
  readonly scope: Scope;
  readonly integration: Integration;
  readonly target: string;
  /** The endpoint or the logic that the data goes to. */
  readonly of?: string;
}

/** Plain data in which texts may hold `{expression}`, against the type that is wanted; undefined where something is wrong (reported). */
export function checkData(
  data: unknown,
  wanted: Type | undefined,
  at: SpecPath,
  context: DataContext,
): Expression | undefined {
  const { scope, integration } = context;
  if (typeof data === 'string') {
    const checked = checkTemplate(data, { scope, environment: integration.environment }, { keepType: true });
    if (checked.ok === undefined) {
      integration.report.problems(checked.problems, at);
      return undefined;
    }
    return fits(checked.ok, wanted, at, context);
  }
  if (Array.isArray(data)) return checkList(data, wanted, at, context);
  if (isSchemaObject(data)) return checkObject(data, wanted, at, context);
  return fits(literal(data), wanted, at, context);
}

function checkList(
  data: readonly unknown[],
  wanted: Type | undefined,
  at: SpecPath,
  context: DataContext,
): Expression | undefined {
  const member = wanted && itemOf(present(wanted), context.integration.environment.shapes, 'loop');
  if (member !== undefined && !('found' in member)) return fits(literal([]), wanted, at, context);
  const items = data.map((item, index) =>
    checkData(item, member?.found, [...at, index], { ...context, target: `${context.target}[]` }),
  );
  const checked = items.filter((item) => item !== undefined);
  if (checked.length < items.length) return undefined;
  const type = checked.length === 0 ? literal([]).type : listOf(unionTypes(checked.map((item) => item.type)));
  return { kind: 'array', items: checked, type };
}

function checkObject(
  data: { readonly [name: string]: unknown },
  wanted: Type | undefined,
  at: SpecPath,
  context: DataContext,
): Expression | undefined {
  const { report, environment } = context.integration;
  const shape = wanted && expand(wanted.shape, environment.shapes);
  const declared = shape?.kind === 'object' ? shape : undefined;
  if (shape !== undefined && shape.kind !== 'object' && shape.kind !== 'any' && shape.kind !== 'union') {
    report.add('FR2004', { expected: `${context.target} is ${describeShape(shape)}, which`, found: 'an object' }, at);
    return undefined;
  }
  const fields: ObjectField[] = [];
  let complete = true;
  for (const [name, value] of Object.entries(data)) {
    const target = `${context.target}.${name}`;
    const member = declared && wanted && fieldOf(present(wanted), name, environment.shapes);
    if (FORBIDDEN_NAMES.has(name)) {
      report.add('FR2008', { what: `'${name}'`, fix: 'rename the field' }, [...at, name], { on: 'key' });
      complete = false;
    } else if (member !== undefined && !('found' in member)) {
      if (member.missing === 'field')
        report.add(
          'FR2003',
          {
            field: name,
            owner: wanted === undefined ? 'it' : describeOwner(wanted),
            suggestion: nearest(name, member.known),
          },
          [...at, name],
          { on: 'key' },
        );
      complete = false;
    } else {
      const checked = checkData(value, member?.found, [...at, name], { ...context, target });
      if (checked === undefined) complete = false;
      else fields.push({ name, value: checked, optional: checked.type.optional });
    }
  }
  for (const [name, field] of declared?.fields ?? []) {
    if (field.optional || Object.hasOwn(data, name)) continue;
    const owner = `'${context.target}'${context.of === undefined ? '' : ` of '${context.of}'`}`;
    report.add('FR2016', { field: name, owner }, at, { on: 'key' });
    complete = false;
  }
  return complete ? objectExpression(fields) : undefined;
}

/** The value where it can stand where this type is wanted; undefined where it cannot (reported). */
export function fits(
  value: Expression,
  wanted: Type | undefined,
  at: SpecPath,
  context: DataContext,
): Expression | undefined {
  if (wanted === undefined) return value;
  const { report, environment } = context.integration;
  if (value.type.nullable && wanted.optional && !wanted.nullable && value.type.shape.kind !== 'null')
    return fits(nullLeftOut(value), wanted, at, context);
  if (mayLack(value.type, wanted)) {
    report.add('FR2005', { value: 'this value', target: context.target }, at);
    return undefined;
  }
  if (value.type.shape.kind === 'null' || value.type.shape.kind === 'never') return value;
  const mismatch = assignable(value.type.shape, wanted.shape, environment.shapes);
  if (mismatch === undefined) return asOpen(value, wanted, environment);
  report.add(
    'FR2004',
    {
      expected: `${context.target} is ${describeType(present(wanted))}, which`,
      found: describeType(present(value.type)) + placeOf(mismatch),
    },
    at,
  );
  return undefined;
}

/** As in a mapping's rows: where the target may be absent and not null, null is absent. */
function nullLeftOut(value: Expression): Expression {
  const absent: Expression = {
    kind: 'literal',
    value: undefined,
    type: { shape: { kind: 'never' }, optional: true, nullable: false },
  };
  return coalesce([value, absent]);
}
