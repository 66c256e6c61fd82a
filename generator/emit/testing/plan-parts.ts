import type { Place } from '../../diagnostics/place.ts';
import type { Expression, Operation } from '../../expression/expression.ts';
import { operationType } from '../../expression/operation-type.ts';
import type { BuildField } from '../../ir/mapping.ts';
import type { Field, ObjectShape, Shape, ShapeTable } from '../../shape/shape.ts';
import { fieldOf, itemOf } from '../../shape/member.ts';
import type { Type } from '../../shape/type.ts';
import type { Referable } from '../expressions/index.ts';

/** Short ways to write plans in tests. */
export const PLACE: Place = { file: 'test.yaml', line: 1, column: 1, endLine: 1, endColumn: 2 };
export const STRING: Shape = { kind: 'string' };
export const NUMBER: Shape = { kind: 'number', integer: false };
export const BOOLEAN: Shape = { kind: 'boolean' };
export const NULL: Shape = { kind: 'null' };

export function listOf(item: Shape): Shape {
  return { kind: 'array', item };
}

export function nullable(shape: Shape): Shape {
  return { kind: 'union', of: [shape, NULL] };
}

/** `name?` is an optional field. */
export function objectOf(fields: Readonly<Record<string, Shape>>): ObjectShape {
  return {
    kind: 'object',
    fields: new Map(
      Object.entries(fields).map(([key, shape]): [string, Field] => [
        key.replace(/\?$/, ''),
        { shape, optional: key.endsWith('?') },
      ]),
    ),
  };
}

export function certain(shape: Shape): Type {
  return { shape, optional: false, nullable: false };
}

export function modelType(model: string): Type {
  return { ...certain({ kind: 'ref', to: model }), ref: { kind: 'model', name: model } };
}

export function planOf(shapes: ShapeTable, more: Partial<Referable> = {}): Referable {
  const models = [...shapes.keys()]
    .filter((id) => !id.includes('#'))
    .map((id) => ({
      id,
      symbol: { name: id, file: `src/models/${id.toLowerCase()}.ts` },
      place: PLACE,
      schema: true,
      parsers: {},
    }));
  return { shapes, models, tables: [], mappings: [], logic: [], ...more };
}

export function name(text: string, type: Type): Expression {
  return { kind: 'name', name: text, type };
}

export function literal(value: string | number | boolean | null): Expression {
  const shape: Shape =
    value === null ? NULL : typeof value === 'string' ? STRING : typeof value === 'number' ? NUMBER : BOOLEAN;
  return { kind: 'literal', value, type: { shape, optional: false, nullable: value === null } };
}

export function field(of: Expression, text: string, shapes: ShapeTable): Expression {
  const member = fieldOf(of.type, text, shapes);
  if (!('found' in member)) throw new TypeError(`No field ${text}`);
  return { kind: 'field', of, field: text, type: member.found };
}

export function itemType(of: Expression, shapes: ShapeTable): Type {
  const member = itemOf(of.type, shapes, 'loop');
  if (!('found' in member)) throw new TypeError('Not a list');
  return member.found;
}

export function apply(
  of: Expression,
  op: Operation,
  shapes: ShapeTable,
  values: ReadonlyMap<string, Shape> = new Map(),
): Expression {
  // What a table can give, by whatever key.
  const tables = new Map([...values].map(([table, value]) => [table, new Map([['', value]])] as const));
  const type = operationType(op, of.type, shapes, tables);
  if ('wanted' in type) throw new TypeError(`${op.op}: ${JSON.stringify(type)}`);
  return { kind: 'apply', op, of, type };
}

export function row(
  to: string,
  build: BuildField['build'] | Expression,
  set: BuildField['set'] = 'always',
  more: Partial<BuildField> = {},
): BuildField {
  return {
    name: to,
    build:
      build.kind === 'value' ||
      (build.kind === 'object' && 'name' in build) ||
      build.kind === 'list' ||
      build.kind === 'from' ||
      build.kind === 'helper'
        ? build
        : { kind: 'value', value: build },
    set,
    place: PLACE,
    ...more,
  };
}
