import type { SpecPath } from '../../diagnostics/place.ts';
import { coalesce, isNothing } from '../../expression/coalesce.ts';
import type { Expression } from '../../expression/expression.ts';
import { literalType } from '../../expression/types.ts';
import type { BuildField } from '../../ir/mapping.ts';
import { assignable } from '../../shape/assignable.ts';
import { describeType } from '../../shape/describe.ts';
import { expand, isMaybe, present } from '../../shape/type-of-shape.ts';
import { isFailed, type Shape, type ShapeTable } from '../../shape/shape.ts';
import type { Type } from '../../shape/type.ts';
import type { Row } from '../../spec/types.ts';
import { placeOf } from '../values/call-mapping.ts';
import { unknownField } from '../values/unknown-field.ts';
import type { MappingContext } from './mapping-context.ts';

/** A value that can stand in the target, and when it does. */
export interface Settled {
  readonly value: Expression;
  readonly set: BuildField['set'];
}

/** Decides what stands in the target where the value is absent or null, and whether the types fit; undefined where they do not (reported). */
export function settle(
  value: Expression,
  row: Pick<Row, 'absent'>,
  target: Type,
  path: string,
  where: SpecPath,
  context: MappingContext,
): Settled | undefined {
  const { report, environment } = context.integration;
  const wanted = `'${path}' is ${describeType(present(target))}, which`;
  const settled = withAbsence(value, row.absent, target, environment.shapes);
  if (isNothing(value.type) && settled?.set !== 'always') {
    report.add(
      'FR2004',
      { expected: wanted, found: describeType(present(value.type)), fix: 'leave the row out, or give it a value' },
      where,
    );
    return undefined;
  }
  if (settled === undefined) {
    const gap = uncovered(value, context);
    if (gap !== undefined) report.add('FR2021', gap, where);
    else report.add('FR2005', { value: sourceText(value), target: path }, where);
    return undefined;
  }
  const { type } = settled.value;
  if (isNothing(type)) return settled;
  const mismatch = assignable(type.shape, target.shape, environment.shapes);
  if (mismatch !== undefined) {
    const found =
      mismatch.reason === 'unknown' ? 'a value of unknown type' : describeType(present(type)) + placeOf(mismatch);
    report.add(
      'FR2004',
      {
        expected: wanted,
        found,
        fix: eachOr(mismatch.path, fixFor(mismatch.reason, mismatch.found.kind, mismatch.wanted.kind)),
      },
      where,
    );
    return undefined;
  }
  const unknown = unknownField(settled.value, target, environment.shapes);
  if (unknown === undefined) return settled;
  report.add('FR2003', unknown, where);
  return undefined;
}

/** The table at which a value may go missing, where it does not know all that it is asked for. */
function uncovered(
  value: Expression,
  { integration }: Pick<MappingContext, 'integration'>,
): { readonly table: string; readonly values: readonly string[] } | undefined {
  if (value.kind !== 'apply') return undefined;
  if (value.op.op !== 'lookup') return uncovered(value.of, { integration });
  const asked = expand(value.of.type.shape, integration.environment.shapes);
  if (isMaybe(value.of.type) || asked.kind !== 'string' || asked.values === undefined) return undefined;
  const keys = integration.environment.tables.get(value.op.table);
  const values = asked.values.filter((one) => keys?.has(one) === false);
  return values.length === 0 ? undefined : { table: value.op.table, values };
}

function withAbsence(value: Expression, absent: Row['absent'], target: Type, shapes: ShapeTable): Settled | undefined {
  const { type } = value;
  if (!isMaybe(type) || isFailed(target.shape)) return { value, set: 'always' };
  if (absent === 'null')
    return target.nullable ? { value: coalesce([value, fallback(null)]), set: 'always' } : undefined;
  if (absent === 'empty') {
    const empty = emptyOf(expand(target.shape, shapes));
    return empty === undefined ? undefined : { value: coalesce([value, fallback(empty)]), set: 'always' };
  }
  if (absent === 'omit') return target.optional ? { value, set: 'ifPresent' } : undefined;
  if (!type.optional) {
    if (target.nullable) return { value, set: 'always' };
    return target.optional ? { value, set: 'ifPresent' } : undefined;
  }
  if (!target.optional) return undefined;
  return { value, set: type.nullable && !target.nullable ? 'ifPresent' : 'ifDefined' };
}

function fallback(value: null | string | readonly never[]): Expression {
  return { kind: 'literal', value, type: literalType(value) };
}

function emptyOf(shape: Shape): string | readonly never[] | undefined {
  if (shape.kind === 'string') return '';
  return shape.kind === 'array' ? [] : undefined;
}

export function sourceKey(row: Partial<Row>): string {
  return ['from', 'const', 'template', 'expr', 'jsonata', 'logic', 'rule'].find((key) => key in row) ?? 'to';
}

/** What may be missing: the source as the author wrote it, as far as it is a path, or what an operation finds in it. */
function sourceText(value: Expression): string {
  switch (value.kind) {
    case 'name':
    case 'field':
    case 'index':
      return `'${pathText(value)}'`;
    // What is missing before an operation is missing after it.
    case 'apply':
      return isMaybe(value.of.type) ? sourceText(value.of) : `the result of ${value.op.op} on ${sourceText(value.of)}`;
    default:
      return 'the value';
  }
}

function pathText(value: Expression): string {
  if (value.kind === 'field') return value.of.kind === 'name' ? value.field : `${pathText(value.of)}.${value.field}`;
  if (value.kind === 'index') return `${pathText(value.of)}[${String(value.index)}]`;
  return value.kind === 'name' ? value.name : 'the value';
}

/** What is wrong with the items of a list is put right for each. */
function eachOr(path: readonly string[], fix: string | undefined): string | undefined {
  return path.length === 1 && path[0] === '[]' ? fix?.replace(/pipe: \[(.*)\]$/, 'pipe: [{ each: [$1] }]') : fix;
}

function fixFor(reason: string, found: string, wanted: string): string | undefined {
  if (reason === 'unknown')
    return `say what it is: pipe: [{ typed: ${wanted === 'number' || wanted === 'boolean' ? wanted : 'string'} }]`;
  if (reason === 'optionalField') return "give it a value for when it is missing: x ?? ''";
  if (reason === 'integer') return 'round it: pipe: [{ round: 0 }]';
  if (reason === 'values') return 'translate it with a table: pipe: [{ lookup: … }]';
  if (found === 'string' && wanted === 'number') return 'convert it: pipe: [number]';
  if ((found === 'number' || found === 'boolean') && wanted === 'string') return 'convert it: pipe: [string]';
  return wanted === 'boolean' ? 'convert it: pipe: [boolean]' : undefined;
}
