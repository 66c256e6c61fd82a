import type { Field, Shape, ShapeTable } from '../../shape/shape.ts';
import { expand } from '../../shape/type-of-shape.ts';
import type { Type } from '../../shape/type.ts';
import { isInherited, typeNode } from '../expressions/index.ts';
import * as s from '../syntax/index.ts';
import type { Flow } from './flow.ts';

/** How deep a kept value is looked into. */
const DEEPEST = 6;

/**
 * Whether a value that the state gave back is of this type, in a way that narrows it: what was written by an earlier
 * version of the spec may be something else. `what` is the value's name.
 */
export function storedCheck(value: s.ExpressionNode, type: Type, what: string, flow: Flow): s.ExpressionNode {
  const { shapes } = flow.scope.context.plan;
  if (!holdsObject(type.shape, shapes, 0)) return typeCheck(value, type, shapes);
  // The fields of a value narrow the value only through a function that says so.
  const typed = typeNode({ ...type, optional: false }, flow.scope.context);
  const key = s.printNode(typed);
  const check = flow.checks.get(key) ?? checkFunction(typed, type, what, flow);
  flow.checks.set(key, check);
  return s.call(s.identifier(check.name), [value]);
}

/** `function isContact(value: unknown): value is Contact { … }` */
function checkFunction(
  typed: s.TypeNode,
  type: Type,
  what: string,
  { scope }: Flow,
): { readonly name: string; readonly declaration: s.Declaration } {
  const name = scope.unique(`is ${type.ref?.kind === 'model' && !type.nullable ? type.ref.name : what}`);
  const value = s.identifier('value');
  const declaration = s.functionDeclaration({
    name,
    exported: false,
    parameters: [{ name: value.text, type: s.keywordType('unknown') }],
    returns: s.typePredicate(value.text, typed),
    body: [s.returnValue(typeCheck(value, type, scope.context.plan.shapes))],
  });
  return { name, declaration };
}

/** The declared type of a stored value: a function that narrows a list of JSON values would leave the JSON in its items. */
export function storedType(type: Type, { scope }: Flow): s.TypeNode | undefined {
  return holdsObject(type.shape, scope.context.plan.shapes, 0) ? s.keywordType('unknown') : undefined;
}

function typeCheck(value: s.ExpressionNode, type: Type, shapes: ShapeTable): s.ExpressionNode {
  const test = allOf(shapeChecks(value, type.shape, shapes, 0));
  return type.nullable ? anyOf([s.binary(value, '===', s.nullLiteral()), test]) : test;
}

function holdsObject(shape: Shape, shapes: ShapeTable, depth: number): boolean {
  const open = expand(shape, shapes);
  if (open.kind === 'object') return true;
  if (depth > DEEPEST) return false;
  if (open.kind === 'array') return isNever(open.item, shapes) || holdsObject(open.item, shapes, depth + 1);
  return open.kind === 'union' && open.of.some((one) => holdsObject(one, shapes, depth + 1));
}

/** Of a list that is always empty. */
function isNever(item: Shape, shapes: ShapeTable): boolean {
  return expand(item, shapes).kind === 'never';
}

/** What has to hold, all of it. */
function shapeChecks(
  value: s.ExpressionNode,
  shape: Shape,
  shapes: ShapeTable,
  depth: number,
): readonly s.ExpressionNode[] {
  const open = expand(shape, shapes);
  if (depth > DEEPEST) return [s.binary(value, '!==', s.undefinedValue())];
  switch (open.kind) {
    case 'any':
      return [s.binary(value, '!==', s.undefinedValue())];
    case 'never':
    case 'ref':
      return [s.booleanLiteral(false)];
    case 'null':
      return [s.binary(value, '===', s.nullLiteral())];
    case 'boolean':
    case 'string':
    case 'number':
      if (open.values === undefined) {
        const isKind = s.binary(s.typeOfValue(value), '===', s.literal(open.kind));
        const isWhole = open.kind === 'number' && open.integer;
        return isWhole ? [isKind, s.method(s.globalName('Number'), 'isInteger', [value])] : [isKind];
      }
      return [anyOf(open.values.map((one) => s.binary(value, '===', s.literal(one))))];
    case 'array': {
      const isArray = s.method(s.globalName('Array'), 'isArray', [value]);
      if (isNever(open.item, shapes)) return [isArray, s.binary(s.property(value, 'length'), '===', s.literal(0))];
      const item = s.identifier('item');
      const each = s.arrow(
        [{ name: item.text, type: s.keywordType('unknown') }],
        allOf(shapeChecks(item, open.item, shapes, depth + 1)),
      );
      return [isArray, s.method(value, 'every', [each])];
    }
    case 'union':
      return [anyOf(open.of.map((one) => allOf(shapeChecks(value, one, shapes, depth + 1))))];
    case 'object': {
      const fields = [...open.fields].flatMap(([name, field]) => {
        if (isInherited(name)) return [ownFieldCheck(value, name, field, shapes, depth)];
        const checks = shapeChecks(s.property(value, name), field.shape, shapes, depth + 1);
        const has = s.hasField(value, name);
        return field.optional ? [anyOf([s.not(has), allOf(checks)])] : [has, ...checks];
      });
      return [
        s.binary(s.typeOfValue(value), '===', s.literal('object')),
        s.binary(value, '!==', s.nullLiteral()),
        ...fields,
      ];
    }
  }
}

/** `Object.entries(value).some((entry) => entry[0] === 'toString' && …)`: read plainly, it would be what every object inherits. */
function ownFieldCheck(
  value: s.ExpressionNode,
  name: string,
  field: Field,
  shapes: ShapeTable,
  depth: number,
): s.ExpressionNode {
  const entry = s.identifier('entry');
  const named = s.binary(s.element(entry, 0), field.optional ? '!==' : '===', s.literal(name));
  const checks = allOf(shapeChecks(s.element(entry, 1), field.shape, shapes, depth + 1));
  const entries = s.method(s.globalName('Object'), 'entries', [value]);
  return field.optional
    ? s.method(entries, 'every', [s.arrow([entry.text], anyOf([named, checks]))])
    : s.method(entries, 'some', [s.arrow([entry.text], allOf([named, checks]))]);
}

function allOf([first = s.booleanLiteral(true), ...others]: readonly s.ExpressionNode[]): s.ExpressionNode {
  return others.reduce((left, right) => s.binary(left, '&&', right), first);
}

function anyOf([first = s.booleanLiteral(false), ...others]: readonly s.ExpressionNode[]): s.ExpressionNode {
  return others.reduce((left, right) => s.binary(left, '||', right), first);
}
