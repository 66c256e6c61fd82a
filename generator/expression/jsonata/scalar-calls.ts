import { describeType } from '../../shape/describe.ts';
import { isMaybe } from '../../shape/type-of-shape.ts';
import type { Type } from '../../shape/type.ts';
import type { Expression, JsonataFunction, Operation } from '../expression.ts';
import { BOOLEAN, INTEGER, listOf, NUMBER, STRING } from '../types.ts';
import type { Call } from './call.ts';
import type { Node } from './node.ts';
import { NULL_FIX, numeric } from './operators.ts';
import { refuse, refuseType } from './refusal.ts';
import { asOne, isKind, isList, jsonata, one, type Here, type Value } from './value.ts';

type Kind = 'text' | 'number';

interface Signature {
  readonly of: Kind;
  /** The kinds of the other arguments; those in `optional` may be left out. */
  readonly args?: readonly Kind[];
  readonly optional?: readonly Kind[];
  readonly fn: JsonataFunction | Operation;
  readonly type: Type;
}

const SIGNATURES: ReadonlyMap<string, Signature> = new Map<string, Signature>([
  ['uppercase', { of: 'text', fn: { op: 'upper' }, type: STRING }],
  ['lowercase', { of: 'text', fn: { op: 'lower' }, type: STRING }],
  ['trim', { of: 'text', fn: 'trim', type: STRING }],
  ['length', { of: 'text', fn: 'length', type: INTEGER }],
  ['substring', { of: 'text', args: ['number'], optional: ['number'], fn: 'substring', type: STRING }],
  ['substringBefore', { of: 'text', args: ['text'], fn: 'substringBefore', type: STRING }],
  ['substringAfter', { of: 'text', args: ['text'], fn: 'substringAfter', type: STRING }],
  ['contains', { of: 'text', args: ['text'], fn: 'contains', type: BOOLEAN }],
  ['split', { of: 'text', args: ['text'], optional: ['number'], fn: 'split', type: listOf(STRING) }],
  ['replace', { of: 'text', args: ['text', 'text'], optional: ['number'], fn: 'replace', type: STRING }],
  ['pad', { of: 'text', args: ['number'], optional: ['text'], fn: 'pad', type: STRING }],
  ['abs', { of: 'number', fn: 'abs', type: NUMBER }],
  ['floor', { of: 'number', fn: 'floor', type: INTEGER }],
  ['ceil', { of: 'number', fn: 'ceil', type: INTEGER }],
  ['round', { of: 'number', optional: ['number'], fn: 'round', type: NUMBER }],
  ['power', { of: 'number', args: ['number'], fn: 'power', type: NUMBER }],
  ['sqrt', { of: 'number', fn: 'sqrt', type: NUMBER }],
]);

/** Functions of texts and numbers; undefined for a function of another kind. */
export function scalarCall(node: Call, args: readonly Value[], here: Here): Value | undefined {
  const [first] = args;
  const [arg = node] = node.args;
  if (first === undefined) return undefined;
  if (node.name === 'string' && args.length === 1) return one(stringOf(first, arg, here));
  if (node.name === 'number' && args.length === 1) return one(numberOf(asOne(first, arg, here), arg, here));
  const signature = SIGNATURES.get(node.name);
  if (signature === undefined) return undefined;
  const { args: needed = [], optional = [], fn, type } = signature;
  const others = args.slice(1);
  if (others.length < needed.length || others.length > needed.length + optional.length) return undefined;
  const subject = ofKind(asOne(first, arg, here), signature.of, arg, here);
  const rest = others.map((value, at) => {
    const place = node.args[at + 1 + (node.args.length - args.length)] ?? node;
    const kind = [...needed, ...optional][at] ?? 'text';
    const given = ofKind(asOne(value, place, here), kind, place, here);
    if (isMaybe(given.type))
      return refuse(place, 'this argument', 'it may be missing', "give a value for when it is: x ? x : ''");
    return given;
  });
  const whole = node.name === 'round' && rest.length === 0;
  const integral = node.name === 'abs' && subject.type.shape.kind === 'number' && subject.type.shape.integer;
  const result = whole || integral ? INTEGER : type;
  if (typeof fn === 'string') return one(jsonata(fn, subject, rest, result));
  return one({ kind: 'apply', op: fn, of: subject, type: { ...result, optional: subject.type.optional } });
}

function ofKind(of: Expression, kind: Kind, node: Node, here: Here): Expression {
  if (kind === 'number') return numeric(of, node, here);
  if (!isKind(of, ['string'], here))
    return refuseType(node, describeType(of.type), 'text', 'write $string( … ) around it');
  if (of.type.nullable) return refuse(node, 'this text', 'it may be null, on which JSONata fails', NULL_FIX);
  return of;
}

/** Texts stay, null is 'null', anything else is JSON. */
function stringOf(value: Value, node: Node, here: Here): Expression {
  const of = asOne(value, node, here);
  if (isKind(of, ['string'], here) && !of.type.nullable) return of;
  return of.type.optional
    ? jsonata('string', of, [], { ...STRING, optional: true }, true)
    : jsonata('text', of, [], STRING, true);
}

function numberOf(of: Expression, node: Node, here: Here): Expression {
  if (isList(of, here) || !isKind(of, ['string', 'number', 'boolean'], here))
    return refuseType(node, describeType(of.type), 'a text, a number or a boolean');
  if (of.type.nullable) return refuse(node, 'this value', 'it may be null, on which JSONata fails', NULL_FIX);
  return isKind(of, ['number'], here) ? of : jsonata('number', of, [], NUMBER);
}
