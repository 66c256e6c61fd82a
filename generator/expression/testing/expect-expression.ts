import { describeType } from '../../shape/describe.ts';
import type { JsonSchema } from '../../shape/json-schema.ts';
import { shapeOfSchema } from '../../shape/shape-of-schema.ts';
import type { ShapeTable } from '../../shape/shape.ts';
import { typeOfShape } from '../../shape/type-of-shape.ts';
import type { Context } from '../check-expression.ts';
import type { Environment } from '../environment.ts';
import type { Expression } from '../expression.ts';
import type { Problem, Result } from '../problem.ts';
import { EMPTY_SCOPE, variable, withName } from '../scope.ts';

const ORDER: JsonSchema = {
  type: 'object',
  properties: {
    id: { type: 'integer' },
    name: { type: 'string' },
    total: { type: 'number' },
    paid: { type: 'boolean' },
    test: { type: 'boolean' },
    note: { type: 'string' },
    email: { type: ['string', 'null'] },
    state: { enum: ['open', 'paid'] },
    tags: { type: 'array', items: { type: 'string' } },
    codes: { type: 'array', items: { type: ['string', 'null'] } },
    lines: { type: 'array', items: { $ref: '#/$defs/Line' } },
    extra: {},
    customer: {
      type: 'object',
      properties: { email: { type: 'string' }, age: { type: 'integer' } },
      required: ['email'],
    },
    'odd key': { type: 'string' },
  },
  required: ['id', 'name', 'total', 'paid', 'email', 'state', 'tags', 'codes', 'lines', 'extra', 'odd key'],
};
const LINE: JsonSchema = {
  type: 'object',
  properties: {
    sku: { type: 'string' },
    qty: { type: 'integer' },
    price: { type: ['number', 'null'] },
    tags: { type: 'array', items: { type: 'string' } },
  },
  required: ['sku', 'price', 'tags'],
};

/** A shop's order, with something of every kind. */
export const SHAPES: ShapeTable = new Map([
  ['Order', shapeOfSchema(ORDER, { model: 'Order', resolve: () => undefined })],
  ['Order#/$defs/Line', shapeOfSchema(LINE, { model: 'Order', resolve: () => undefined })],
]);

export const ENVIRONMENT: Environment = {
  shapes: SHAPES,
  tables: new Map([
    [
      'stages',
      new Map([
        ['paid', { kind: 'string', values: ['won'] }],
        ['void', { kind: 'string', values: ['lost'] }],
      ]),
    ],
  ]),
};

const order = variable('order', typeOfShape({ kind: 'ref', to: 'Order' }, SHAPES));

/** The order by its name, as in a workflow. */
export const BY_NAME: Context = {
  scope: withName(EMPTY_SCOPE, 'order', { expression: order }),
  environment: ENVIRONMENT,
};

/** The order's fields as they are, as in a mapping with one source. */
export const AS_ROOT: Context = { scope: { ...EMPTY_SCOPE, root: order }, environment: ENVIRONMENT };

/** The type of what was read, or each problem with the stretch of the text that it is about. */
export function toldResult(result: Result<Expression>, text: string): string {
  if (result.ok !== undefined) return describeType(result.ok.type);
  return result.problems
    .map((problem) => `[${text.slice(problem.from, problem.to)}] ${toldProblem(problem)}`)
    .join('; ');
}

function toldProblem(problem: Problem): string {
  switch (problem.what) {
    case 'syntax':
    case 'notAllowed':
      return `${problem.what}: ${problem.detail}`;
    case 'noField':
      return `no field ${problem.field} on ${problem.owner}`;
    case 'type':
      return `${problem.wanted}, not ${problem.found}`;
    case 'jsonata':
      return `${problem.detail}: ${problem.reason}`;
    case 'maybeMissing':
      return 'may be missing';
    default:
      return `${problem.what} ${problem.name}`;
  }
}
