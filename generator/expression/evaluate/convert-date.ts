import {
  dateOrKeep,
  dateOrOmit,
  fromEpochSeconds,
  fromFormat,
  fromIso,
  toEpochSeconds,
  toFormat,
  toIso,
  toIsoDate,
  toNumber,
} from '@flowright/runtime/ops';
import type { DateForm, Operation } from '../expression.ts';

type DateOperation = Extract<Operation, { op: 'date' }>;

/** A date from one form into another, through milliseconds. */
export function convertDate(op: DateOperation, of: unknown): unknown {
  const convert = (value: unknown): unknown => written(op.to, op.zone, read(op.from, op.zone, value));
  if (op.otherwise === undefined) return convert(of);
  return op.otherwise === 'keep' ? dateOrKeep(of, convert) : dateOrOmit(of, convert);
}

function read(form: DateForm, zone: string, value: unknown): number {
  if (typeof value !== 'string' && typeof value !== 'number') throw new TypeError('no date');
  switch (form.kind) {
    case 'epochMillis':
      return toNumber(value);
    case 'epochSeconds':
      return fromEpochSeconds(toNumber(value));
    case 'iso':
    case 'isoDate':
      return fromIso(String(value), zone);
    case 'pattern':
      return fromFormat(String(value), form.pattern, zone);
  }
}

function written(form: DateForm, zone: string, millis: number): unknown {
  switch (form.kind) {
    case 'epochMillis':
      return millis;
    case 'epochSeconds':
      return toEpochSeconds(millis);
    case 'iso':
      return toIso(millis);
    case 'isoDate':
      return toIsoDate(millis, zone);
    case 'pattern':
      return toFormat(millis, form.pattern, zone);
  }
}
