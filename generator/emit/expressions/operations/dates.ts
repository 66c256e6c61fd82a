import { expand } from '../../../shape/type-of-shape.ts';
import type { DateForm, Expression, Operation } from '../../../expression/expression.ts';
import { arrow, call, identifier, literal, type ExpressionNode } from '../../syntax/index.ts';
import type { Scope } from '../scope.ts';

/** A date from one form into another, through milliseconds. */
export function dateFunction(
  { op, of }: Extract<Expression, { kind: 'apply' }>,
  value: ExpressionNode,
  scope: Scope,
): ExpressionNode | undefined {
  if (op.op !== 'date') return undefined;
  const { imports } = scope.context;
  if (op.otherwise === undefined) return convert(op, of, value, scope);
  const convertText = arrow(['value'], convert(op, of, identifier('value'), scope));
  return call(imports.useRuntime(op.otherwise === 'keep' ? 'dateOrKeep' : 'dateOrOmit'), [value, convertText]);
}

function convert(
  { from, to, zone }: Extract<Operation, { op: 'date' }>,
  of: Expression,
  value: ExpressionNode,
  scope: Scope,
): ExpressionNode {
  const { imports, plan } = scope.context;
  const isNumber = expand(of.type.shape, plan.shapes).kind === 'number';
  // A number that is written as text.
  const counted =
    (from.kind === 'epochSeconds' || from.kind === 'epochMillis') && !isNumber
      ? call(imports.useRuntime('toNumber'), [value])
      : value;
  return written(to, zone, read(from, zone, counted, scope), scope);
}

function read(form: DateForm, zone: string, value: ExpressionNode, { context: { imports } }: Scope): ExpressionNode {
  switch (form.kind) {
    case 'epochMillis':
      return value;
    case 'epochSeconds':
      return call(imports.useRuntime('fromEpochSeconds'), [value]);
    case 'iso':
    case 'isoDate':
      return call(imports.useRuntime('fromIso'), [value, ...inZone(zone)]);
    case 'pattern':
      return call(imports.useRuntime('fromFormat'), [value, literal(form.pattern), ...inZone(zone)]);
  }
}

function written(
  form: DateForm,
  zone: string,
  millis: ExpressionNode,
  { context: { imports } }: Scope,
): ExpressionNode {
  switch (form.kind) {
    case 'epochMillis':
      return millis;
    case 'epochSeconds':
      return call(imports.useRuntime('toEpochSeconds'), [millis]);
    case 'iso':
      return call(imports.useRuntime('toIso'), [millis]);
    case 'isoDate':
      return call(imports.useRuntime('toIsoDate'), [millis, ...inZone(zone)]);
    case 'pattern':
      return call(imports.useRuntime('toFormat'), [millis, literal(form.pattern), ...inZone(zone)]);
  }
}

/** UTC is what the functions take for granted. */
function inZone(zone: string): ExpressionNode[] {
  return zone.toUpperCase() === 'UTC' ? [] : [literal(zone)];
}
