import { describeType } from '../../shape/describe.ts';
import { present } from '../../shape/type-of-shape.ts';
import { narrowedWhere } from '../condition.ts';
import type { BinaryOp, Expression } from '../expression.ts';
import { mayBeEqual } from '../may-be-equal.ts';
import type { Type } from '../../shape/type.ts';
import { BOOLEAN, INTEGER, literalType, NUMBER, STRING } from '../types.ts';
import { chooseExpression, missing } from './choose.ts';
import { compile } from './compile.ts';
import { isNarrowable } from './narrowable.ts';
import type { Node } from './node.ts';
import { refuse, refuseType } from './refusal.ts';
import { truth } from './truth.ts';
import { asOne, isKind, isList, jsonata, one, partsOf, shapeAt, type Here, type Value } from './value.ts';

type Binary = Extract<Node, { kind: 'binary' }>;

export function binary(node: Binary, here: Here): Value {
  const { op } = node;
  if (op === 'and' || op === 'or') return one(logical(node, op === 'and' ? '&&' : '||', here));
  const left = compile(node.left, here);
  const right = compile(node.right, here);
  if (op === 'in') return one(isIn(asOne(left, node.left, here), right, node, here));
  const [first, second] = [asOne(left, node.left, here), asOne(right, node.right, here)];
  if (op === '&') return one(joined(first, second, node, here));
  if (op === '=' || op === '!=') return one(equality(first, second, op, node, here));
  if (op === '<' || op === '<=' || op === '>' || op === '>=') return one(comparison(first, second, op, node, here));
  if (op === '+' || op === '-' || op === '*' || op === '/' || op === '%')
    return one(arithmetic(first, second, op, node, here));
  return refuse(
    node,
    `the operator '${op}'`,
    'it is not compiled',
    op === '..' ? 'use expr: range(a, b)' : 'use a piece of logic',
  );
}

/** `-x`. */
export function negative(node: Extract<Node, { kind: 'negative' }>, here: Here): Value {
  const of = numeric(asOne(compile(node.of, here), node.of, here), node.of, here);
  return one({
    kind: 'apply',
    op: { op: 'multiply', by: -1 },
    of,
    type: { ...numberType(of), optional: of.type.optional },
  });
}

function logical(node: Binary, op: '&&' | '||', here: Here): Expression {
  const left = truth(compile(node.left, here), node.left, here);
  const scope = narrowedWhere(left, op === '&&', here.scope, here.environment.shapes);
  const right = truth(compile(node.right, { ...here, scope }), node.right, here);
  return { kind: 'binary', op, left, right, type: BOOLEAN };
}

function arithmetic(left: Expression, right: Expression, op: BinaryOp, node: Binary, here: Here): Expression {
  const values = [numeric(left, node.left, here), numeric(right, node.right, here)] as const;
  const whole = op !== '/' && values.every(({ type }) => type.shape.kind === 'number' && type.shape.integer);
  const type = whole ? INTEGER : NUMBER;
  return whereThere(values, op, 'calculate', type, (first, second) => {
    const divisor = second.kind === 'literal' && second.value !== 0;
    if ((op === '/' || op === '%') && !divisor)
      return jsonata(op === '/' ? 'divide' : 'remainder', first, [second], type);
    return { kind: 'binary', op, left: first, right: second, type };
  });
}

function comparison(left: Expression, right: Expression, op: BinaryOp, node: Binary, here: Here): Expression {
  for (const [value, part] of [
    [left, node.left],
    [right, node.right],
  ] as const)
    if (value.type.nullable) refuse(part, 'this comparison', 'the value may be null, on which JSONata fails', NULL_FIX);
  const same = (['string', 'number'] as const).some(
    (kind) => isKind(left, [kind], here) && isKind(right, [kind], here),
  );
  if (!same) refuseType(node, `${describeType(left.type)} and ${describeType(right.type)}`, 'two numbers or two texts');
  return whereThere([left, right], op, 'compare', BOOLEAN, (first, second) => ({
    kind: 'binary',
    op,
    left: first,
    right: second,
    type: BOOLEAN,
  }));
}

/** What is made of two values that are there; missing where one of them is. */
function whereThere(
  [left, right]: readonly [Expression, Expression],
  op: BinaryOp,
  otherwise: 'calculate' | 'compare',
  type: Type,
  make: (left: Expression, right: Expression) => Expression,
): Expression {
  const doubts = [left, right].filter((of) => of.type.optional);
  // Where TypeScript would not know that both are there, a function looks.
  if (!doubts.every(isNarrowable)) {
    const operator: Expression = { kind: 'literal', value: op, type: literalType(op) };
    return jsonata(otherwise, left, [operator, right], { ...type, optional: true }, true);
  }
  const made = make({ ...left, type: present(left.type) }, { ...right, type: present(right.type) });
  const [first, second] = doubts.map((of): Expression => ({ kind: 'present', of, type: BOOLEAN }));
  if (first === undefined) return made;
  const test: Expression =
    second === undefined ? first : { kind: 'binary', op: '&&', left: first, right: second, type: BOOLEAN };
  return chooseExpression(test, made, missing());
}

/** `=` and `!=` are both false where one side is missing; null equals null. */
function equality(left: Expression, right: Expression, op: '=' | '!=', node: Binary, here: Here): Expression {
  const scalar = ['string', 'number', 'boolean', 'null'] as const;
  for (const [value, part] of [
    [left, node.left],
    [right, node.right],
  ] as const)
    if (!isKind(value, scalar, here))
      refuse(part, 'this comparison', `it compares ${describeType(value.type)} as a whole`, 'compare its fields');
  const isNull = (value: Expression): boolean => value.kind === 'literal' && value.value === null;
  const possible = (left.type.nullable && right.type.nullable) || mayBeEqual(shapeAt(left, here), shapeAt(right, here));
  if (!possible)
    refuse(
      node,
      'this comparison',
      `${describeType(left.type)} never equals ${describeType(right.type)}`,
      'compare it with something that it can be',
    );
  if (op === '!=' && isNull(right) && left.type.nullable) return { kind: 'present', of: left, type: BOOLEAN };
  const certain =
    op === '=' ? !left.type.optional || !right.type.optional : !left.type.optional && !right.type.optional;
  if (certain) return { kind: 'binary', op: op === '=' ? '===' : '!==', left, right, type: BOOLEAN };
  return jsonata(op === '=' ? 'equal' : 'differs', left, [right], BOOLEAN, true);
}

function isIn(value: Expression, list: Value, node: Binary, here: Here): Expression {
  if (!isKind(value, ['string', 'number', 'boolean', 'null'], here))
    refuse(node.left, "'in'", `it looks for ${describeType(value.type)}`, 'look for a text, a number or a boolean');
  const within = list.kind === 'sequence' ? list.list : asOne(list, node.right, here);
  return jsonata('isIn', value, [within], BOOLEAN, true);
}

/** `&`: what is missing counts as an empty text, null as 'null'. */
function joined(left: Expression, right: Expression, node: Binary, here: Here): Expression {
  const parts = [...textParts(left, node.left, here), ...textParts(right, node.right, here)];
  return { kind: 'template', parts, type: STRING };
}

function textParts(of: Expression, node: Node, here: Here): readonly (string | Expression)[] {
  if (of.kind === 'template') return of.parts;
  if (of.kind === 'literal' && typeof of.value === 'string') return of.value === '' ? [] : [of.value];
  if (isKind(of, ['any'], here) || isList(of, here) || isKind(of, ['object'], here))
    return refuse(node, "'&'", `it joins ${describeType(of.type)}`, 'join its fields, or write $string( … ) around it');
  const plain = partsOf(of.type.shape, here).every(
    (part) => part.kind === 'string' || part.kind === 'boolean' || (part.kind === 'number' && part.integer),
  );
  return plain && !of.type.nullable ? [of] : [jsonata('text', of, [], STRING, true)];
}

export function numeric(of: Expression, node: Node, here: Here): Expression {
  if (!isKind(of, ['number'], here))
    return refuseType(node, describeType(of.type), 'a number', 'write $number( … ) around it');
  if (of.type.nullable) return refuse(node, 'this value', 'it may be null, on which JSONata fails', NULL_FIX);
  return of;
}

export function numberType({ type }: Expression): typeof NUMBER {
  return type.shape.kind === 'number' && type.shape.integer ? INTEGER : NUMBER;
}

export const NULL_FIX = 'test it first, x ? … : …, or use row operations, which pass over null';
