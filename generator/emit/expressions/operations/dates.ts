import type { DateForm, Operation } from '../../../expression/expression.ts';
import { call, literal, type ExpressionNode } from '../../syntax/index.ts';
import type { Scope } from '../scope.ts';

/** A date from one form into another, through milliseconds. */
export function dateFunction(op: Operation, value: ExpressionNode, scope: Scope): ExpressionNode | undefined {
  return op.op === 'date' ? written(op.to, op.zone, read(op.from, op.zone, value, scope), scope) : undefined;
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
