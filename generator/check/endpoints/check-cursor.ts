import { nearest } from '../../diagnostics/nearest.ts';
import type { SpecPath } from '../../diagnostics/place.ts';
import { INTEGER, NUMBER, STRING } from '../../expression/types.ts';
import { unionTypes } from '../../expression/union-types.ts';
import type { CursorPlan, CursorSource } from '../../ir/pagination.ts';
import { describeType } from '../../shape/describe.ts';
import type { Shape, ShapeTable } from '../../shape/shape.ts';
import { expand } from '../../shape/type-of-shape.ts';
import type { Type } from '../../shape/type.ts';
import type { Endpoint, Pagination } from '../../spec/types.ts';
import type { Integration } from '../integration-scope.ts';
import { parameterOf } from './parameter-of.ts';
import { readAnswer } from './read-answer.ts';
import { readFlags } from './read-flags.ts';

type Cursor = Extract<Pagination, { cursor: unknown }>['cursor'];

/** A cursor with its places resolved against the model of the answer; undefined where something is wrong (reported). */
export function checkCursor(
  cursor: Cursor,
  endpoint: Endpoint,
  response: Type,
  at: SpecPath,
  integration: Integration,
): CursorPlan | undefined {
  const from = cursorSources(cursor, response, [...at, 'from'], integration);
  const flags = readFlags(cursor, response, at, integration);
  const replaced = checkReplaced(cursor.replaces ?? [], endpoint, [...at, 'replaces'], integration);
  if (from === undefined || flags === undefined || !replaced) return undefined;
  return {
    kind: 'cursor',
    ...parameterOf(cursor, endpoint),
    from: from.map(({ source }) => source),
    type: cursor.urlParam === undefined ? positionTypeOf(from.map(({ type }) => type)) : STRING,
    ...(cursor.urlParam !== undefined && { urlParam: cursor.urlParam }),
    ...flags,
    ...(cursor.replaces !== undefined && { replaces: cursor.replaces }),
    ...(cursor.continue !== undefined && { continues: { operation: cursor.continue, inputs: [] } }),
  };
}

/** What a cursor replaces must be parameters of the query. */
function checkReplaced(names: readonly string[], { query }: Endpoint, at: SpecPath, { report }: Integration): boolean {
  const known = Object.keys(query ?? {}).flatMap((key) =>
    key.split(',').map((name) => name.trim().replace(/\?$/u, '')),
  );
  for (const [index, name] of names.entries())
    if (!known.includes(name))
      report.add('FR2001', { what: 'query parameter', name, suggestion: nearest(name, known) }, [...at, index]);
  return names.every((name) => known.includes(name));
}

interface Source {
  readonly source: CursorSource;
  readonly type: Type;
}

function cursorSources(
  { from }: Cursor,
  response: Type,
  at: SpecPath,
  integration: Integration,
): readonly Source[] | undefined {
  if (typeof from === 'object' && !Array.isArray(from))
    return [{ source: { header: from.header.toLowerCase() }, type: STRING }];
  const sources: Source[] = [];
  const texts = typeof from === 'string' ? [from] : from;
  for (const [index, text] of texts.entries()) {
    const where: SpecPath = typeof from === 'string' ? at : [...at, index];
    const place = readAnswer(text, response, where, integration);
    if (place === undefined) continue;
    const { type } = place.found;
    if (isPosition(type.shape, integration.environment.shapes)) sources.push({ source: { path: place.path }, type });
    else
      integration.report.add(
        'FR2004',
        { expected: 'text or a number', found: describeType(type), fix: 'name the field that holds the cursor' },
        where,
      );
  }
  return sources.length === texts.length ? sources : undefined;
}

/** Whether a value of the shape can be sent as a parameter. */
export function isPosition(shape: Shape, shapes: ShapeTable): boolean {
  const open = expand(shape, shapes);
  if (open.kind === 'union') return open.of.every((one) => isPosition(one, shapes));
  return ['string', 'number', 'any', 'null', 'never'].includes(open.kind);
}

/** The type of a position: text, a number, or either. */
export function positionTypeOf(types: readonly Type[]): Type {
  const kinds = new Set(types.map(({ shape }) => shape.kind));
  if (kinds.size === 1 && kinds.has('string')) return STRING;
  if (kinds.size > 1 || !kinds.has('number')) return unionTypes([STRING, NUMBER]);
  return types.every(({ shape }) => shape.kind === 'number' && shape.integer) ? INTEGER : NUMBER;
}
