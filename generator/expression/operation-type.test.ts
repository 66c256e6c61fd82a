import { describe, expect, test } from 'vitest';
import { describeType } from '../shape/describe.ts';
import { shapeOfSchema } from '../shape/shape-of-schema.ts';
import type { JsonSchema } from '../shape/json-schema.ts';
import { typeOfShape } from '../shape/type-of-shape.ts';
import type { Expression, Operation } from './expression.ts';
import { isMisfit, operationType } from './operation-type.ts';
import { variable } from './scope.ts';
import { ENVIRONMENT, SHAPES } from './testing/expect-expression.ts';
import { literalType } from './types.ts';

const text: JsonSchema = { type: 'string' };
const number: JsonSchema = { type: 'number' };
const integer: JsonSchema = { type: 'integer' };
const choice: JsonSchema = { enum: ['a', 'b'] };
const orNull = (schema: JsonSchema): JsonSchema => ({ anyOf: [schema, { type: 'null' }] });
const list = (items: JsonSchema): JsonSchema => ({ type: 'array', items });
const object: JsonSchema = { type: 'object', properties: { a: text, b: number }, required: ['a'] };

function typeOf(schema: JsonSchema, optional = false): Expression['type'] {
  return typeOfShape(shapeOfSchema(schema, { model: '', resolve: () => undefined }), SHAPES, optional);
}

function told(operation: Operation, schema: JsonSchema, optional = false): string {
  const result = operationType(operation, typeOf(schema, optional), ENVIRONMENT.shapes, ENVIRONMENT.tables);
  return isMisfit(result) ? `not ${result.found}` : describeType(result);
}

const test1: Expression = { kind: 'literal', value: true, type: literalType(true) };
const by = (schema: JsonSchema, optional = false): Expression => variable('item', typeOf(schema, optional));
const date = (from: 'iso' | 'epochSeconds' | 'epochMillis', to: 'iso' | 'isoDate' | 'epochMillis'): Operation => ({
  op: 'date',
  from: { kind: from },
  to: { kind: to },
  zone: 'UTC',
});

describe('the type after an operation', () => {
  test.each<[string, Operation, JsonSchema, string]>([
    ['number of text', { op: 'number' }, text, 'number'],
    ['integer of a choice', { op: 'integer' }, choice, 'integer'],
    ['string of a number', { op: 'string' }, number, 'string'],
    ['boolean of text or number', { op: 'boolean' }, { type: ['string', 'number'] }, 'boolean'],
    ['string of an object', { op: 'string' }, object, 'not object'],
    ['typed of anything', { op: 'typed', to: 'number' }, {}, 'number, may be missing'],
    ['date of text', date('iso', 'iso'), text, 'string (date-time)'],
    ['date as a day', date('iso', 'isoDate'), text, 'string (date)'],
    ['date as a number', date('iso', 'epochMillis'), text, 'integer'],
    ['date of seconds', date('epochSeconds', 'iso'), integer, 'string (date-time)'],
    ['date of a number that does not say what it counts', date('iso', 'iso'), integer, 'not integer'],
    ['date of text as seconds', date('epochSeconds', 'iso'), text, 'string (date-time)'],
    ['lookup', { op: 'lookup', table: 'stages' }, text, '"won" | "lost", may be missing'],
    ['lookup of what the table knows', { op: 'lookup', table: 'stages' }, { enum: ['paid'] }, '"won"'],
    ['lookup of more', { op: 'lookup', table: 'stages' }, { enum: ['paid', 'b'] }, '"won" | "lost", may be missing'],
    ['lookup of a number', { op: 'lookup', table: 'stages' }, number, 'not number'],
    ['trim of a choice', { op: 'trim' }, choice, 'string'],
    ['upper of a number', { op: 'upper' }, number, 'not number'],
    ['split', { op: 'split', by: ',' }, text, 'list of string'],
    ['replace', { op: 'replace', find: 'a', with: 'b' }, text, 'string'],
    ['slice of text', { op: 'slice', from: 1 }, text, 'string'],
    ['slice of a list', { op: 'slice', from: 1 }, list(number), 'list of number'],
    ['round to a whole', { op: 'round', digits: 0 }, number, 'integer'],
    ['round to digits', { op: 'round', digits: 2 }, number, 'number'],
    ['multiply of integers', { op: 'multiply', by: 3 }, integer, 'integer'],
    ['multiply by a fraction', { op: 'multiply', by: 0.5 }, integer, 'number'],
    ['add to text', { op: 'add', by: 1 }, text, 'not string'],
    ['first', { op: 'first' }, list(text), 'string, may be missing'],
    ['last of nullable items', { op: 'last' }, list(orNull(text)), 'string or null, may be missing'],
    ['at of text', { op: 'at', index: 0 }, text, 'not string'],
    ['count of a list', { op: 'count' }, list(text), 'integer'],
    ['count of text', { op: 'count' }, text, 'integer'],
    ['flatten', { op: 'flatten' }, list(list(text)), 'list of string'],
    ['flatten of a flat list', { op: 'flatten' }, list(text), 'not list of string'],
    ['compact', { op: 'compact' }, list(orNull(text)), 'list of string'],
    ['entries', { op: 'entries' }, object, 'list of object'],
    ['entries of text', { op: 'entries' }, text, 'not string'],
    ['filter', { op: 'filter', item: 'item', test: test1 }, list(text), 'list of string'],
    ['find', { op: 'find', item: 'item', test: test1 }, list(text), 'string, may be missing'],
    ['some', { op: 'some', item: 'item', test: test1 }, list(text), 'boolean'],
    ['sum of numbers', { op: 'sum', item: 'item' }, list(number), 'number'],
    ['sum of numbers that may be missing', { op: 'sum', item: 'item' }, list(orNull(number)), 'number'],
    ['sum by an optional field', { op: 'sum', item: 'item', by: by(number, true) }, list(object), 'number'],
    ['sum of texts', { op: 'sum', item: 'item' }, list(text), 'not list of string'],
    ['min of integers', { op: 'min', item: 'item' }, list(integer), 'integer, may be missing'],
    ['max of choices', { op: 'max', item: 'item' }, list(choice), 'string, may be missing'],
    [
      'max of texts that may be missing',
      { op: 'max', item: 'item' },
      list(orNull(text)),
      'not list of string that may be missing',
    ],
    ['unique', { op: 'unique', item: 'item' }, list(object), 'list of object'],
    ['sort of texts', { op: 'sort', item: 'item', order: 'ascending' }, list(text), 'list of string'],
    ['sort of objects', { op: 'sort', item: 'item', order: 'ascending' }, list(object), 'not list of object'],
    [
      'sort by a field',
      { op: 'sort', item: 'item', by: by(text, true), order: 'descending' },
      list(object),
      'list of object',
    ],
    ['join of texts', { op: 'join', with: ',' }, list(text), 'string'],
    ['join of numbers', { op: 'join', with: ',' }, list(number), 'string'],
    ['join of nullable texts', { op: 'join', with: ',' }, list(orNull(text)), 'not list of string'],
    ['JSON text of anything', { op: 'json', does: 'stringify' }, object, 'string'],
    ['what JSON text holds', { op: 'json', does: 'parse' }, text, 'any or null'],
    ['base64', { op: 'base64', does: 'encode' }, text, 'string'],
    ['hash of a number', { op: 'hash', algorithm: 'sha256' }, number, 'not number'],
    ['a query parameter', { op: 'queryParam', name: 'q' }, text, 'string, may be missing'],
    ['an operation on one of several kinds', { op: 'trim' }, { type: ['string', 'number'] }, 'not string or number'],
  ])('%s', (_name, operation, schema, expected) => {
    expect(told(operation, schema)).toBe(expected);
  });

  test('is missing where the value is missing or null', () => {
    expect(told({ op: 'trim' }, text, true)).toBe('string, may be missing');
    expect(told({ op: 'trim' }, orNull(text))).toBe('string, may be missing');
    expect(told({ op: 'count' }, orNull(list(text)))).toBe('integer, may be missing');
  });
});
