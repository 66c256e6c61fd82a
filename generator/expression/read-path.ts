import { fieldOf, itemOf, type Member } from '../shape/member.ts';
import { isFailed, type ShapeTable } from '../shape/shape.ts';
import { describeOwner, describeShape } from '../shape/describe.ts';
import { isMaybe, present } from '../shape/type-of-shape.ts';
import type { Type } from '../shape/type.ts';
import type { Expression, LiteralValue } from './expression.ts';
import { pathText, type PathSegment } from './path.ts';
import { fail, ok, type Result } from './problem.ts';
import { variable } from './scope.ts';
import { listOf, literalType } from './types.ts';

/** Reads `segments` from `root`; `[]` goes through a list, whose absent items are left out. Field reads see what guards have shown. */
export function readPath(
  root: Expression,
  segments: readonly PathSegment[],
  shapes: ShapeTable,
  depth = 0,
): Result<Expression> {
  let current = root;
  for (const [at, segment] of segments.entries()) {
    if (segment.kind === 'each') return readEach(current, segments.slice(at), shapes, depth);
    const member =
      segment.kind === 'field' ? fieldOf(current.type, segment.name, shapes) : itemOf(current.type, shapes, 'position');
    if (!('found' in member)) return missing(current.type, segment, member);
    current =
      partOfLiteral(current, segment) ??
      (segment.kind === 'field'
        ? { kind: 'field', of: current, field: segment.name, type: member.found }
        : { kind: 'index', of: current, index: segment.index, type: member.found });
  }
  return ok(current);
}

/** A field of plain data is plain data itself: TypeScript would forget which of a choice of values it is. */
function partOfLiteral(of: Expression, segment: PathSegment): Expression | undefined {
  if (of.kind !== 'literal' || segment.kind !== 'field' || typeof of.value !== 'object' || of.value === null)
    return undefined;
  const value: unknown = Object.hasOwn(of.value, segment.name) ? Reflect.get(of.value, segment.name) : undefined;
  return isLiteralValue(value) ? { kind: 'literal', value, type: literalType(value) } : undefined;
}

function isLiteralValue(value: unknown): value is Extract<LiteralValue, string | number | boolean | null> {
  return value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function readEach(
  list: Expression,
  segments: readonly PathSegment[],
  shapes: ShapeTable,
  depth: number,
): Result<Expression> {
  const [each, ...rest] = segments;
  const member = itemOf(list.type, shapes, 'loop');
  if (each === undefined || isFailed(list.type.shape)) return ok(list);
  if (!('found' in member)) return missing(list.type, each, member);
  // `tags[]`, and nothing after it: the list itself.
  if (rest.length === 0 && !isMaybe(member.found)) return ok(list);
  const item = depth === 0 ? 'item' : `item${String(depth + 1)}`;
  const read = readPath(variable(item, member.found), rest, shapes, depth + 1);
  if (read.ok === undefined) return read;
  const value = read.ok;
  const flat = rest.some((segment) => segment.kind === 'each');
  const result = flat ? value.type : listOf(isMaybe(value.type) ? present(value.type) : value.type);
  const when =
    !flat && isMaybe(value.type)
      ? {
          when: {
            kind: 'present',
            of: value,
            type: { shape: { kind: 'boolean' }, optional: false, nullable: false },
          } as const,
        }
      : {};
  return ok({
    kind: 'each',
    of: list,
    item,
    value,
    ...when,
    flat,
    type: { ...result, optional: isMaybe(list.type), nullable: false },
  });
}

function missing(owner: Type, segment: PathSegment, member: Exclude<Member, { found: Type }>): Result<Expression> {
  const { from, to } = segment;
  if (member.missing === 'field')
    return fail({
      what: 'noField',
      from,
      to,
      field: segment.kind === 'field' ? segment.name : pathText([segment]),
      owner: describeOwner(owner),
      known: member.known,
    });
  const wanted = member.missing === 'notAList' ? 'a list' : 'an object with fields';
  return fail({ what: 'type', from, to, found: describeShape(owner.shape), wanted });
}
