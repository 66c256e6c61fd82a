import type { SpecPath } from '../../diagnostics/place.ts';
import type { Expression } from '../../expression/expression.ts';
import { literalType } from '../../expression/types.ts';
import { unionTypes } from '../../expression/union-types.ts';
import type { BuildField } from '../../plan/ir/mapping.ts';
import { assignable } from '../../shape/assignable.ts';
import { describeType } from '../../shape/describe.ts';
import { expand, isMaybe, present } from '../../shape/type-of-shape.ts';
import type { Type } from '../../shape/type.ts';
import type { Row } from '../../spec/types.ts';
import { pascalCase } from '../names.ts';
import { placeOf } from '../values/call-mapping.ts';
import { checkValue, checkWhen, literal, type ValueContext } from '../values/check-value.ts';
import type { MappingContext } from './mapping-context.ts';
import type { TargetNode } from './target-tree.ts';

/** A field that one row fills; undefined where the row is wrong (reported). */
export function buildLeaf(name: string, node: TargetNode, target: Type, context: MappingContext): BuildField | undefined {
  const placed = node.row;
  if (placed === undefined) return undefined;
  const { row, at } = placed;
  const valueContext: ValueContext = { ...context, wanted: present(target), gapName: `${context.id}${pascalCase(node.path)}` };
  const value = checkValue(row, at, valueContext);
  const when = checkWhen(row, at, valueContext);
  if (value === undefined || (row.when !== undefined && when === undefined)) return undefined;
  const settled = settle(value, row, target, node.path, at, context);
  if (settled === undefined) return undefined;
  const base = { name, place: context.integration.report.place(at), ...(row.note !== undefined && { note: row.note }) };
  if (when === undefined) return { ...base, build: { kind: 'value', value: settled.value }, set: settled.set };
  // Where the condition does not hold the default stands in; without one the field is left out, which it must allow.
  if (row.default !== undefined) {
    const other = literal(row.default);
    const chosen: Expression = { kind: 'conditional', test: when, then: settled.value, else: other, type: unionTypes([settled.value.type, other.type]) };
    return { ...base, build: { kind: 'value', value: chosen }, set: settled.set };
  }
  if (!target.optional) {
    context.integration.report.add('FR2005', { value: `row with when: ${row.when ?? ''}`, target: node.path }, [...at, 'when']);
    return undefined;
  }
  return { ...base, build: { kind: 'value', value: settled.value }, set: settled.set, when };
}

interface Settled {
  readonly value: Expression;
  readonly set: BuildField['set'];
}

/** Decides what stands in the target where the value is absent or null, and whether the types fit. */
export function settle(value: Expression, row: Pick<Row, 'absent'>, target: Type, path: string, at: SpecPath, context: MappingContext): Settled | undefined {
  const { report, environment } = context.integration;
  const settled = withAbsence(value, row.absent, target);
  if (settled === undefined) {
    report.add('FR2005', { value: sourceText(value), target: path }, [...at, sourceKey(row)]);
    return undefined;
  }
  if (settled.value.type.shape.kind === 'null' || settled.value.type.shape.kind === 'never') return settled;
  const mismatch = assignable(settled.value.type.shape, target.shape, environment.shapes);
  if (mismatch === undefined) return settled;
  const wanted = `'${path}' is ${describeType(present(target))}, which`;
  const found = mismatch.reason === 'unknown' ? 'a value of unknown type' : describeType(present(settled.value.type)) + placeOf(mismatch.path);
  const fix = fixFor(mismatch.reason, mismatch.found.kind, mismatch.wanted.kind);
  report.add('FR2004', { expected: wanted, found, fix }, [...at, sourceKey(row)]);
  return undefined;
}

function withAbsence(value: Expression, absent: Row['absent'], target: Type): Settled | undefined {
  const { type } = value;
  if (!isMaybe(type)) return { value, set: 'always' };
  if (absent === 'null') return target.nullable ? { value: orElse(value, null), set: 'always' } : undefined;
  if (absent === 'empty') {
    const empty = emptyOf(target);
    return empty === undefined ? undefined : { value: orElse(value, empty), set: 'always' };
  }
  if (absent === 'omit') return target.optional ? { value, set: 'ifPresent' } : undefined;
  if (!type.optional) {
    if (target.nullable) return { value, set: 'always' };
    return target.optional ? { value, set: 'ifPresent' } : undefined;
  }
  if (!target.optional) return undefined;
  return { value, set: type.nullable && !target.nullable ? 'ifPresent' : 'ifDefined' };
}

function orElse(value: Expression, fallback: null | string | readonly never[]): Expression {
  const type = literalType(fallback);
  return { kind: 'coalesce', of: [value, { kind: 'literal', value: fallback, type }], type: unionTypes([present(value.type), type]) };
}

function emptyOf(target: Type): string | readonly never[] | undefined {
  const shape = expand(target.shape, new Map());
  if (shape.kind === 'string') return '';
  return shape.kind === 'array' ? [] : undefined;
}

function sourceKey(row: Partial<Row>): string {
  return ['from', 'const', 'template', 'expr', 'logic', 'rule'].find((key) => key in row) ?? 'to';
}

/** The source as the author wrote it, as far as it is a path. */
function sourceText(value: Expression): string {
  switch (value.kind) {
    case 'name':
      return value.name;
    case 'field':
      return value.of.kind === 'name' ? value.field : `${sourceText(value.of)}.${value.field}`;
    case 'index':
      return `${sourceText(value.of)}[${String(value.index)}]`;
    case 'apply':
      return `${sourceText(value.of)} after ${value.op.op}`;
    default:
      return 'the value';
  }
}

function fixFor(reason: string, found: string, wanted: string): string | undefined {
  if (reason === 'unknown') return `say what it is: pipe: [{ typed: ${wanted === 'number' || wanted === 'boolean' ? wanted : 'string'} }]`;
  if (reason === 'integer') return 'round it: pipe: [{ round: 0 }]';
  if (reason === 'values') return 'translate it with a table: pipe: [{ lookup: … }]';
  if (found === 'string' && wanted === 'number') return 'convert it: pipe: [number]';
  if ((found === 'number' || found === 'boolean') && wanted === 'string') return 'convert it: pipe: [string]';
  return wanted === 'boolean' ? 'convert it: pipe: [boolean]' : undefined;
}
